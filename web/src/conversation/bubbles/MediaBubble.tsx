import { Loader, Modal } from '@mantine/core';
import { IconDownload, IconFileText, IconFileX, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import type { MediaContent, MediaState } from '../../api/types';
import { Rich } from '../../ui/Rich';
import { fileSize } from '../../ui/words';
import type { BubbleProps } from './Contents';
import css from './MediaBubble.module.css';

/** A picture, film, sound or document; its bytes may still be on their way, or may never have come. */
export function MediaBubble({ content, message }: BubbleProps<MediaContent>) {
  const { media } = message;
  return (
    <>
      {media?.state === 'failed' ? (
        <span className={css.missing}>
          <IconFileX size={20} aria-hidden />
          <span>
            The file could not be fetched
            {media.reason && <span className={css.reason}>{media.reason}</span>}
          </span>
        </span>
      ) : !media || media.state === 'pending' ? (
        <span className={css.missing}>
          <Loader size={18} aria-hidden /> {content.filename || content.kind} is on its way
        </span>
      ) : (
        <Stored content={content} media={media} />
      )}
      {content.caption && (
        <span className={css.caption}>
          <Rich text={content.caption} />
        </span>
      )}
    </>
  );
}

function Stored({ content, media }: { content: MediaContent; media: MediaState }) {
  if (content.kind === 'image' || content.kind === 'sticker') return <Picture content={content} media={media} />;
  if (content.kind === 'audio') return <audio className={css.audio} src={media.url} controls preload="metadata" />;
  if (content.kind === 'video') return <video className={css.video} src={media.url} controls preload="metadata" playsInline />;
  return (
    <a className={css.document} href={media.url} download={media.filename || true}>
      <IconFileText size={26} stroke={1.5} aria-hidden />
      <span className={css.fileWords}>
        <span className={css.filename}>{media.filename || content.filename || 'Document'}</span>
        <span className={css.reason}>{[media.mime_type.split('/').at(-1)?.toUpperCase(), media.size ? fileSize(media.size) : ''].filter(Boolean).join(' · ')}</span>
      </span>
      <IconDownload size={18} aria-label="Download" />
    </a>
  );
}

function Picture({ content, media }: { content: MediaContent; media: MediaState }) {
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  const alt = content.caption || media.filename || (content.kind === 'sticker' ? 'Sticker' : 'Picture');
  if (broken) {
    return (
      <span className={css.missing}>
        <IconPhoto size={20} aria-hidden /> The picture could not be loaded
      </span>
    );
  }
  return (
    <>
      <button type="button" className={css.picture} onClick={() => setOpen(true)} aria-label={`Open: ${alt}`}>
        <img src={media.url} alt={alt} data-sticker={content.kind === 'sticker' || undefined} onError={() => setBroken(true)} />
      </button>
      <Modal opened={open} onClose={() => setOpen(false)} size="auto" title={alt}>
        <img src={media.url} alt={alt} className={css.large} />
        <a href={media.url} download={media.filename || true} className={css.download}>
          <IconDownload size={16} aria-hidden /> Download
        </a>
      </Modal>
    </>
  );
}
