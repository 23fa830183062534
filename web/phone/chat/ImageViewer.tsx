import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PhoneMessage } from '../api/types';
import { useScreenPortal } from '../ui/screen';
import css from './ImageViewer.module.css';

/** A picture over the whole of the phone's screen. */
export function ImageViewer({ message, onClose }: { message: PhoneMessage | null; onClose: () => void }) {
  const [shown, setShown] = useState(message);
  useEffect(() => {
    if (message) setShown(message); // stays while it fades
  }, [message]);
  const media = shown?.media;
  return (
    <Modal
      opened={message !== null}
      onClose={onClose}
      fullScreen
      title="Picture"
      lockScroll={false}
      portalProps={useScreenPortal()}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: css.content ?? '', header: css.header ?? '', body: css.body ?? '', close: css.close ?? '' }}
    >
      {media && <img src={media.url} alt={media.caption || media.filename || 'Picture'} className={css.image} />}
      {media?.caption && <p className={css.caption}>{media.caption}</p>}
    </Modal>
  );
}
