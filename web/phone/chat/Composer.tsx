import { ActionIcon, Menu } from '@mantine/core';
import { IconChartBar, IconFileText, IconMapPin, IconMicrophone, IconPaperclip, IconPhoto, IconSend2, IconSticker, IconUser, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { AskedItem, Draft, PhoneMessage } from '../api/types';
import { About } from '../bubble/About';
import { Quote } from '../bubble/Quote';
import { useScreenPortal } from '../ui/screen';
import { AttachedFile } from './AttachedFile';
import css from './Composer.module.css';
import { draftOf, type FileKind } from './draft';

interface Props {
  quoted: PhoneMessage | null;
  /** The item that is asked about. */
  asked: AskedItem | null;
  /** What a link wrote here already. */
  begun: string;
  name: string;
  focusAtOnce: boolean;
  onQuoteDone: () => void;
  onAskedDone: () => void;
  onSend: (draft: Draft) => void;
  onContact: () => void;
  onLocation: () => void;
}

/** Where the customer writes. Enter sends, Shift and Enter begins a new line. */
export function Composer({ quoted, asked, begun, name, focusAtOnce, onQuoteDone, onAskedDone, onSend, onContact, onLocation }: Props) {
  const [text, setText] = useState(begun);
  const [file, setFile] = useState<File | null>(null);
  const [as, setAs] = useState<FileKind | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const pictures = useRef<HTMLInputElement>(null);
  const documents = useRef<HTMLInputElement>(null);
  const stickers = useRef<HTMLInputElement>(null);
  const voices = useRef<HTMLInputElement>(null);
  const portalProps = useScreenPortal();
  const draft = draftOf(text, file, as);

  useEffect(() => {
    if (quoted || asked || file || begun || focusAtOnce) input.current?.focus();
  }, [quoted, asked, file, begun, focusAtOnce]);

  const choose = (kind: FileKind | null) => (chosen: File | null): void => {
    setFile(chosen);
    setAs(kind);
  };
  const send = (): void => {
    if (!draft) return;
    onSend(draft);
    setText('');
    setFile(null);
    onQuoteDone();
    onAskedDone();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      onQuoteDone();
      onAskedDone();
    }
    // While a word is composed, as in Japanese, Enter only ends the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={css.composer}>
      {quoted && (
        <div className={css.above}>
          <div className={css.quote}>
            <Quote message={quoted} business={name} />
          </div>
          <ActionIcon variant="subtle" radius="xl" size={34} onClick={onQuoteDone} aria-label="Do not quote">
            <IconX size={18} />
          </ActionIcon>
        </div>
      )}
      {asked && (
        <div className={css.above}>
          <div className={css.quote}>
            <About name={asked.name} />
          </div>
          <ActionIcon variant="subtle" radius="xl" size={34} onClick={onAskedDone} aria-label="Do not ask about it">
            <IconX size={18} />
          </ActionIcon>
        </div>
      )}
      {file && <AttachedFile file={file} onRemove={() => setFile(null)} />}
      <div className={css.line}>
        <div className={css.field}>
          <textarea
            ref={input}
            className={css.input}
            rows={1}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            placeholder={file ? 'Add a caption' : 'Message'}
            aria-label={file ? 'Caption' : `Message to ${name}`}
            maxLength={4096}
            dir="auto"
            data-testid="composer"
          />
          <Menu position="top-end" radius={14} shadow="md" width={190} portalProps={portalProps}>
            <Menu.Target>
              <ActionIcon variant="transparent" className={css.attach} size={40} aria-label="Attach">
                <IconPaperclip size={21} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPhoto size={18} />} onClick={() => pictures.current?.click()}>
                Picture or video
              </Menu.Item>
              <Menu.Item leftSection={<IconFileText size={18} />} onClick={() => documents.current?.click()}>
                Document
              </Menu.Item>
              <Menu.Item leftSection={<IconSticker size={18} />} onClick={() => stickers.current?.click()}>
                Sticker
              </Menu.Item>
              <Menu.Item leftSection={<IconMicrophone size={18} />} onClick={() => voices.current?.click()}>
                Voice message
              </Menu.Item>
              <Menu.Item leftSection={<IconMapPin size={18} />} onClick={onLocation}>
                Location
              </Menu.Item>
              <Menu.Item leftSection={<IconUser size={18} />} onClick={onContact}>
                Contact
              </Menu.Item>
              <Menu.Item leftSection={<IconChartBar size={18} />} onClick={() => onSend({ type: 'unsupported', unsupported: 'poll' })}>
                Poll (not seen)
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
        <ActionIcon className={css.send} size={44} radius="xl" disabled={!draft} onClick={send} aria-label="Send" data-testid="send">
          <IconSend2 size={21} />
        </ActionIcon>
      </div>
      <FileInput ref={pictures} accept="image/jpeg,image/png,image/webp,video/mp4,audio/*" testId="attach-picture" onFile={choose(null)} />
      <FileInput ref={documents} accept="" testId="attach-document" onFile={choose('document')} />
      <FileInput ref={stickers} accept="image/webp" testId="attach-sticker" onFile={choose('sticker')} />
      <FileInput ref={voices} accept="audio/ogg" testId="attach-voice" onFile={choose('voice')} />
    </div>
  );
}

interface FileInputProps {
  ref: React.Ref<HTMLInputElement>;
  accept: string;
  testId: string;
  onFile: (file: File | null) => void;
}

function FileInput({ ref, accept, testId, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={accept}
      data-testid={testId}
      onChange={(event) => {
        onFile(event.currentTarget.files?.[0] ?? null);
        event.currentTarget.value = ''; // so that the same file can be chosen again
      }}
    />
  );
}
