import { ActionIcon } from '@mantine/core';
import { IconFileText, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { fileSize } from '../text/words';
import css from './AttachedFile.module.css';

/** The chosen file, above the composer, before it is sent. */
export function AttachedFile({ file, onRemove }: { file: File; onRemove: () => void }) {
  const [preview, setPreview] = useState('');
  useEffect(() => {
    if (!file.type.startsWith('image/')) return setPreview('');
    const url = URL.createObjectURL(file);
    setPreview(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return (
    <div className={css.file} data-testid="attached">
      {preview ? <img src={preview} alt="" className={css.preview} /> : <span className={css.icon}><IconFileText size={22} aria-hidden /></span>}
      <span className={css.words}>
        <span className={css.name}>{file.name}</span>
        <span className={css.size}>{fileSize(file.size)}</span>
      </span>
      <ActionIcon variant="subtle" radius="xl" size={34} onClick={onRemove} aria-label="Remove the file">
        <IconX size={18} />
      </ActionIcon>
    </div>
  );
}
