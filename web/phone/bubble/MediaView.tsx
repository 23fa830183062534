import { IconFileText, IconMicrophone, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Media } from '../api/types';
import { fileSize } from '../text/words';
import css from './MediaView.module.css';

interface Props {
  media: Media;
  type: string;
  onOpenImage: () => void;
}

export function MediaView({ media, type, onOpenImage }: Props) {
  if (type === 'document') return <DocumentView media={media} />;
  if (type === 'audio') {
    return (
      <span className={css.sound}>
        {media.voice && <IconMicrophone size={18} role="img" aria-label="Voice message" />}
        <audio className={css.audio} src={media.url} controls preload="metadata" />
      </span>
    );
  }
  if (type === 'video') return <video className={css.video} src={media.url} controls preload="metadata" playsInline />;
  // A template or a message with buttons may carry any of them at its head.
  if (media.mime_type.startsWith('video/')) return <video className={css.video} src={media.url} controls playsInline />;
  if (!media.mime_type.startsWith('image/') && type !== 'image' && type !== 'sticker') return <DocumentView media={media} />;
  return <Picture media={media} sticker={type === 'sticker'} onOpen={onOpenImage} />;
}

function Picture({ media, sticker, onOpen }: { media: Media; sticker: boolean; onOpen: () => void }) {
  const [broken, setBroken] = useState(false);
  if (broken) {
    return (
      <span className={css.broken}>
        <IconPhotoOff size={22} aria-hidden /> The picture could not be loaded
      </span>
    );
  }
  const picture = (
    <img src={media.url} alt={media.caption || media.filename || 'Picture'} onError={() => setBroken(true)} />
  );
  if (sticker) return <span className={css.sticker}>{picture}</span>;
  return (
    <button type="button" className={css.picture} onClick={onOpen} aria-label="Open the picture">
      {picture}
    </button>
  );
}

function DocumentView({ media }: { media: Media }) {
  const kind = media.filename?.split('.').at(-1)?.toUpperCase() ?? media.mime_type;
  const facts = [kind, media.size ? fileSize(media.size) : ''].filter(Boolean).join(' · ');
  return (
    <a className={css.document} href={media.url} target="_blank" rel="noopener noreferrer" download={media.filename}>
      <span className={css.sheet}>
        <IconFileText size={22} aria-hidden />
      </span>
      <span className={css.file}>
        <span className={css.filename}>{media.filename || 'Document'}</span>
        <span className={css.facts}>{facts}</span>
      </span>
    </a>
  );
}
