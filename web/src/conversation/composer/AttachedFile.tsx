import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconFileText, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { mayPass } from '../../api/http';
import { fileSize } from '../../ui/words';
import css from './AttachedFile.module.css';
import type { Attachment } from './attaching';

/** The file that goes with the next message, with what became of its upload. */
export function AttachedFile({ attachment }: { attachment: Attachment }) {
  const { file, uploaded, error, isBusy, retry, remove } = attachment;
  const preview = usePreview(file);
  const { name, size } = file ?? { name: uploaded?.filename || 'File', size: uploaded?.size ?? 0 };
  return (
    <div className={css.file} data-testid="attached-file">
      {preview ? <img src={preview} alt="" className={css.picture} /> : <IconFileText size={26} stroke={1.5} aria-hidden />}
      <span className={css.words}>
        <span className={css.name}>{name}</span>
        <span className={css.state} data-bad={error !== null || undefined} role={error ? 'alert' : 'status'}>
          {error ? error.message : isBusy ? 'Uploading…' : fileSize(size)}
        </span>
      </span>
      {isBusy && <Loader size={18} />}
      {error && mayPass(error) && (
        <Button size="compact-sm" variant="light" onClick={retry}>
          Try again
        </Button>
      )}
      <ActionIcon aria-label="Remove the file" onClick={remove}>
        <IconX size={17} />
      </ActionIcon>
    </div>
  );
}

function usePreview(file: File | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file?.type.startsWith('image/')) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
