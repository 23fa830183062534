import { Button } from '@mantine/core';
import { IconEye, IconEyeOff, IconFileText, IconFileX, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { MediaContent } from '../api/types';
import { fileSize } from '../ui/words';
import css from './CaseFile.module.css';

interface Props {
  content: MediaContent;
  /** Where its bytes are. */
  url: string;
}

/** The file that a case is about. What it shows may be hard to look at, so whoever decides asks to see it. */
export function CaseFile({ content, url }: Props) {
  if (content.kind === 'image' || content.kind === 'sticker') return <Picture content={content} url={url} />;
  if (content.kind === 'video') return <Film url={url} />;
  if (content.kind === 'audio') return <audio className={css.sound} src={url} controls preload="none" />;
  const size = content.size ? fileSize(content.size) : '';
  return (
    <a className={css.document} href={url} target="_blank" rel="noreferrer" data-testid="case-file">
      <IconFileText size={26} stroke={1.5} aria-hidden />
      <span className={css.words}>
        <span className={css.name}>{content.filename || 'Document'}</span>
        <span className={css.soft}>{[size, 'opens in a new tab'].filter(Boolean).join(' · ')}</span>
      </span>
    </a>
  );
}

function Picture({ content, url }: Props) {
  const [shown, setShown] = useState(false);
  const [broken, setBroken] = useState(false);
  const name = content.filename || (content.kind === 'sticker' ? 'the sticker' : 'the picture');
  if (broken) return <Missing what="The picture" />;
  return (
    <figure className={css.figure} data-testid="case-file" data-shown={shown || undefined}>
      <div className={css.frame}>
        <img src={url} alt={shown ? name : ''} aria-hidden={!shown} onError={() => setBroken(true)} />
        {!shown && (
          <Button
            className={css.over}
            variant="default"
            leftSection={<IconEye size={18} aria-hidden />}
            onClick={() => setShown(true)}
            data-testid="case-file-show"
          >
            Show {content.kind === 'sticker' ? 'the sticker' : 'the picture'}
          </Button>
        )}
      </div>
      <figcaption className={css.caption}>
        <span className={css.soft}>{content.filename || (shown ? 'As the customer would see it' : 'Blurred until you ask')}</span>
        {shown && (
          <Button
            autoFocus
            size="compact-sm"
            variant="subtle"
            leftSection={<IconEyeOff size={16} aria-hidden />}
            onClick={() => setShown(false)}
            data-testid="case-file-hide"
          >
            Blur it again
          </Button>
        )}
      </figcaption>
    </figure>
  );
}

function Film({ url }: { url: string }) {
  const [shown, setShown] = useState(false);
  const [broken, setBroken] = useState(false);
  if (broken) return <Missing what="The film" />;
  if (shown) {
    return <video className={css.film} src={url} controls playsInline onError={() => setBroken(true)} data-testid="case-file" />;
  }
  return (
    <div className={css.curtain} data-testid="case-file">
      <Button
        variant="default"
        leftSection={<IconPlayerPlay size={18} aria-hidden />}
        onClick={() => setShown(true)}
        data-testid="case-file-show"
      >
        Show the film
      </Button>
    </div>
  );
}

function Missing({ what }: { what: string }) {
  return (
    <p className={css.missing} role="status">
      <IconFileX size={20} aria-hidden /> {what} could not be loaded. Open the page anew; if it is gone, refuse the message.
    </p>
  );
}
