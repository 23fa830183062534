import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../api/desk';
import { ApiError } from '../../api/http';
import type { MediaContent, Uploaded } from '../../api/types';

const LARGEST = 100 << 20;

/** A file that was chosen: uploaded at once, so that sending it is quick. */
export function useAttachment() {
  const [returned, setReturned] = useState<Uploaded | null>(null);
  const upload = useMutation({
    mutationFn: async (file: File): Promise<Uploaded> => {
      if (file.size > LARGEST) throw new ApiError(413, { message: 'The file is larger than 100 MB, which WhatsApp does not carry.' });
      return desk.upload(file);
    },
  });
  return {
    file: upload.variables,
    uploaded: upload.data ?? returned ?? undefined,
    error: upload.error,
    isBusy: upload.isPending,
    isPresent: !upload.isIdle || returned !== null,
    attach: (file: File) => {
      setReturned(null);
      upload.mutate(file);
    },
    retry: () => {
      if (upload.variables) upload.mutate(upload.variables);
    },
    remove: () => {
      upload.reset();
      setReturned(null);
    },
    /** A file that was refused with its message comes back without a second upload. */
    giveBack: setReturned,
  };
}

export type Attachment = ReturnType<typeof useAttachment>;

export const asMedia = ({ media_id, kind, mime_type, filename, size }: Uploaded, caption: string): MediaContent => ({
  type: 'media',
  kind,
  media_id,
  mime_type,
  filename,
  size,
  caption: kind === 'audio' || kind === 'sticker' ? '' : caption,
});

export const uploadedOf = ({ media_id, kind, mime_type, filename = '', size = 0 }: MediaContent): Uploaded => ({
  media_id,
  kind,
  mime_type,
  filename,
  size,
});
