import { ActionIcon, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import type { CannedReply, Content, Detail, Message } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { useIsNarrow } from '../../ui/media';
import { nameOf } from '../../ui/words';
import { Quote } from '../bubbles/Quote';
import type { Refused } from '../ConversationPane';
import { AttachedFile } from './AttachedFile';
import { asMedia, uploadedOf, useAttachment, type Attachment } from './attaching';
import { cannedQuery, fillCanned } from './canned';
import { CannedMenu } from './CannedMenu';
import { useCannedMenu } from './cannedMenu';
import css from './Composer.module.css';
import { useComposerText } from './composerText';
import { ComposerTools } from './ComposerTools';
import { useGate } from './gate';
import { GateNotice } from './GateNotice';
import { useNextSteps } from './nextSteps';
import { StaleNotice } from './StaleNotice';

/** Longer ones would push the field down. */
const LONG_NAME = 28;

export interface ComposerProps {
  detail: Detail;
  send: (content: Content, ownerVersion: number, replyTo?: string | null) => void;
  quoted: Message | null;
  onQuoteDone: () => void;
  refused: Refused | null;
  onRefusedDone: () => void;
  /** What is written waits for the customer's next message; `busy` while the service is told. */
  waits?: { busy: boolean };
}

/** Where one writes to the customer. Enter sends, Shift and Enter begins a new line. */
export function Composer({ detail, send, quoted, onQuoteDone, refused, onRefusedDone, waits }: ComposerProps) {
  const id = detail.conversation_id;
  const name = nameOf(detail.contact);
  const { composer: input, commands, begins } = useDeskState();
  const narrow = useIsNarrow();
  const [over, setOver] = useState(false);
  const attachment = useAttachment();
  const { text, write, clear } = useComposerText(id, refused, waits !== undefined);
  const content = contentOf(text, attachment);
  const canSend = content !== null && !attachment.isBusy && attachment.error === null && !waits?.busy;
  const decision = useGate(id, content, detail.owner_version, waits !== undefined);

  const focus = (): void => input.current?.focus();
  const change = (next: string): void => {
    write(next);
    if (refused) onRefusedDone();
  };
  const attach = (file: File): void => {
    attachment.attach(file);
    focus();
  };
  const choose = ({ text: reply }: CannedReply): void => {
    change(fillCanned(reply, { name, agent: commands.me.name }));
    focus();
  };
  const menu = useCannedMenu(text, choose);
  const actionFor = useNextSteps({ id, text, setText: change, focus });

  useEffect(() => {
    if (!narrow) input.current?.focus();
  }, [narrow, quoted, refused, input]);

  // A file comes back with its message, without a second upload.
  const { giveBack } = attachment;
  const back = (refused ?? begins)?.content;
  useEffect(() => {
    if (back?.type === 'media') giveBack(uploadedOf(back));
  }, [back, giveBack]);

  const submit = (): void => {
    if (!content || !canSend) return;
    send(content, detail.owner_version, quoted?.platform_id ?? null);
    clear();
    attachment.remove();
    onQuoteDone();
    onRefusedDone();
    focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (menu.takesKey(event)) return;
    if (event.key === 'Escape') {
      if (quoted) onQuoteDone();
      else input.current?.blur();
    }
    // While a word is composed, as in Japanese, Enter only ends the word. On a telephone Enter is a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || narrow) return;
    event.preventDefault();
    submit();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    attach(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) attach(file);
  };
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };

  const code = refused?.error.code;
  const tried = code === 'refused_by_policy' ? (refused?.error.decision ?? null) : null;
  const shown = tried ?? decision;
  const inMenu = menu.isOpen && menu.fitting.length > 0;
  return (
    <div className={css.composer} data-waits={waits !== undefined || undefined} data-over={over || undefined} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      {menu.isOpen && <CannedMenu replies={menu.fitting} at={menu.at} onChoose={choose} />}
      {code === 'stale_owner' && <StaleNotice onSendAnyway={submit} disabled={!canSend} />}
      {refused && code !== 'stale_owner' && !tried && <StaleNotice title={refused.error.message} words={refused.error.nextStep} />}
      {shown && <GateNotice decision={shown} tried={tried !== null} actionFor={actionFor} />}
      {quoted && (
        <div className={css.quoted}>
          <div className={css.quote}>
            <Quote message={quoted} contact={detail.contact.name} />
          </div>
          <ActionIcon aria-label="Do not quote" onClick={onQuoteDone}>
            <IconX size={17} />
          </ActionIcon>
        </div>
      )}
      {attachment.isPresent && <AttachedFile attachment={attachment} />}
      <Textarea
        ref={input}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        placeholder={attachment.isPresent ? 'Add a caption' : name.length > LONG_NAME ? 'Write your answer' : `Write to ${name}`}
        aria-label={waits ? `Reply that waits for ${name}` : `Message to ${name}`}
        aria-autocomplete="list"
        aria-controls={inMenu ? 'canned-replies' : undefined}
        aria-activedescendant={inMenu ? `canned-${menu.at}` : undefined}
        autosize
        minRows={narrow ? 1 : 2}
        maxRows={10}
        variant="unstyled"
        classNames={{ input: css.input }}
        dir="auto"
        data-testid="composer-input"
      />
      <ComposerTools
        length={text.length}
        windowExpiresAt={detail.window_expires_at}
        canSend={canSend}
        onFile={attach}
        onSlash={() => {
          change('/');
          focus();
        }}
        onSend={submit}
        waits={waits !== undefined}
      />
    </div>
  );
}

function contentOf(text: string, { uploaded }: Attachment): Content | null {
  if (uploaded) return asMedia(uploaded, text.trim());
  return text.trim() && cannedQuery(text) === null ? { type: 'text', body: text.trim() } : null;
}
