import type { Ref } from 'react';

interface Props {
  ref: Ref<HTMLInputElement>;
  accept?: string | undefined;
  onFile: (file: File) => void;
  'data-testid': string;
}

/** What a button opens to choose a file; it is not seen itself. */
export const FileInput = ({ onFile, ...input }: Props) => (
  <input
    {...input}
    type="file"
    hidden
    onChange={(event) => {
      const file = event.currentTarget.files?.[0];
      event.currentTarget.value = ''; // so that the same file can be chosen again
      if (file) onFile(file);
    }}
  />
);
