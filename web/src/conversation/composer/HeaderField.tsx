import { Button, TextInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { HeaderKind } from '../../api/types';
import { FileInput } from '../../ui/FileInput';
import { AttachedFile } from './AttachedFile';
import { useAttachment } from './attaching';
import { asksForFile, fileHead, FILES, placeHead, troubleWithFile, type Head } from './head';
import css from './HeaderField.module.css';

interface Props {
  kind: HeaderKind;
  /** Somebody wanted to send without it. */
  missing: boolean;
  onChange: (head: Head) => void;
}

/** What stands at the template's head, where that is a file or a place. A text is one of the other fields. */
export function HeaderField({ kind, missing, onChange }: Props) {
  if (asksForFile(kind)) return <FileField kind={kind} missing={missing} onChange={onChange} />;
  return kind === 'location' ? <PlaceField missing={missing} onChange={onChange} /> : null;
}

function FileField({ kind, missing, onChange }: Omit<Props, 'kind'> & { kind: keyof typeof FILES }) {
  const attachment = useAttachment();
  const input = useRef<HTMLInputElement>(null);
  const { uploaded } = attachment;
  const trouble = troubleWithFile(kind, uploaded) || (missing && !attachment.isPresent ? `This template needs ${FILES[kind].kinds}.` : '');
  useEffect(() => onChange(fileHead(kind, uploaded)), [kind, uploaded, onChange]);
  return (
    <div className={css.field}>
      {attachment.isPresent ? (
        <AttachedFile attachment={attachment} />
      ) : (
        <>
          <Button variant="default" leftSection={<IconPaperclip size={17} aria-hidden />} onClick={() => input.current?.click()}>
            {FILES[kind].choose}
          </Button>
          {!trouble && <p className={css.hint}>For the top of the message: {FILES[kind].kinds}.</p>}
        </>
      )}
      {trouble && (
        <p className={css.trouble} role="alert">
          {trouble}
        </p>
      )}
      <FileInput ref={input} accept={FILES[kind].accept || undefined} data-testid="template-file" onFile={attachment.attach} />
    </div>
  );
}

function PlaceField({ missing, onChange }: Omit<Props, 'kind'>) {
  const [place, setPlace] = useState({ name: '', address: '', position: '' });
  const change = (changed: Partial<typeof place>): void => {
    const next = { ...place, ...changed };
    setPlace(next);
    onChange(placeHead(next.name, next.address, next.position));
  };
  return (
    <>
      <TextInput
        label="Name of the place"
        value={place.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={missing && !place.name.trim() && 'This is needed.'}
        data-testid="template-place-name"
      />
      <TextInput label="Address" value={place.address} onChange={(event) => change({ address: event.currentTarget.value })} />
      <TextInput
        label="Position"
        description="Latitude and longitude, as a map shows them"
        placeholder="such as 51.5079, -0.0877"
        value={place.position}
        onChange={(event) => change({ position: event.currentTarget.value })}
        error={missing && !placeHead('-', '', place.position) && 'Two numbers with a comma between, such as 51.5079, -0.0877.'}
        data-testid="template-place-position"
      />
    </>
  );
}
