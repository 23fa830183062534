import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core';
import { IconNote, IconPaperclip, IconSend2, IconSlash, IconTemplate, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import { useByClock } from '../../api/clock';
import { desk } from '../../api/desk';
import { useCannedReplies } from '../../api/queries';
import type { CannedReply, Content, Detail, Message } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { useIsNarrow } from '../../ui/media';
import { nameOf } from '../../ui/words';
import { Quote } from '../bubbles/Quote';
import type { Refused } from '../ConversationPane';
import { windowState } from '../window';
import { WindowPill } from '../WindowPill';
import { AttachedFile } from './AttachedFile';
import { asMedia, uploadedOf, useAttachment } from './attaching';
import { cannedQuery, fillCanned, filterCanned } from './canned';
import { CannedMenu } from './CannedMenu';
import css from './Composer.module.css';
import dockCss from './Dock.module.css';
import { useGate } from './gate';
import { GateNotice } from './GateNotice';
import { kept } from './kept';
import { useNextSteps } from './nextSteps';
import { StaleNotice } from './StaleNotice';
import { takenBack } from './takenBack';

const LONGEST = 4096;
const TYPING_EVERY_MS = 20_000;

interface Props {
  detail: Detail;
  send: (content: Content, ownerVersion: number, replyTo?: string | null) => void;
  quoted: Message | null;
  onQuoteDone: () => void;
  refused: Refused | null;
  onRefusedDone: () => void;
}

/** Where one writes to the customer while the window is open. Enter sends, Shift and Enter begins a new line. */
export function Composer({ detail, send, quoted, onQuoteDone, refused, onRefusedDone }: Props) {
  const id = detail.conversation_id;
  const { composer: input, commands, setDialog } = useDeskState();
  const narrow = useIsNarrow();
  const [text, setTextOnly] = useState(() => kept.read(id));
  const [at, setAt] = useState(0);
  const [over, setOver] = useState(false);
  const isClosing = useByClock((now) => windowState(detail.window_expires_at, now) === 'closing');
  const files = useRef<HTMLInputElement>(null);
  const attachment = useAttachment();
  const typedAt = useRef(0);
  const content = contentOf(text, attachment.uploaded);
  const decision = useGate(id, content, detail.owner_version);
  const focus = (): void => input.current?.focus();

  const setText = (next: string): void => {
    setTextOnly(next);
    setAt(0);
    kept.write(id, next);
    if (refused) onRefusedDone();
    if (next && Date.now() - typedAt.current > TYPING_EVERY_MS) {
      typedAt.current = Date.now();
      void desk.typing(id).catch(() => undefined); // only a courtesy
    }
  };
  const actionFor = useNextSteps({ id, text, setText, focus });

  useEffect(() => {
    if (!narrow) input.current?.focus();
  }, [narrow, quoted, input]);

  // What was refused comes back in front of what has been typed since. Nothing is lost.
  const { giveBack } = attachment;
  const seen = useRef(refused?.count ?? 0);
  useEffect(() => {
    if (!refused || refused.count === seen.current) return;
    seen.current = refused.count;
    setTextOnly((now) => {
      const both = takenBack(refused.content, now);
      kept.write(id, both);
      return both;
    });
    if (refused.content.type === 'media') giveBack(uploadedOf(refused.content));
    input.current?.focus();
  }, [refused, id, input, giveBack]);

  const query = cannedQuery(text);
  const { data: replies = [] } = useCannedReplies();
  const fitting = query === null ? [] : filterCanned(replies, query);
  const choose = ({ text: reply }: CannedReply): void => {
    setText(fillCanned(reply, { name: nameOf(detail.contact), agent: commands.me.name }));
    focus();
  };

  const submit = (): void => {
    if (!content || attachment.isBusy || attachment.error) return;
    send(content, detail.owner_version, quoted?.platform_id ?? null);
    setTextOnly('');
    kept.write(id, '');
    attachment.remove();
    onQuoteDone();
    onRefusedDone();
    typedAt.current = 0;
    focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (query !== null && fitting.length > 0) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) {
        event.preventDefault();
        setAt((now) => (now + by + fitting.length) % fitting.length);
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        choose(fitting[at] ?? fitting[0]!);
        return;
      }
    }
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
    attachment.attach(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) attachment.attach(file);
  };

  const isStale = refused?.error.code === 'stale_owner';
  const triedDecision = refused?.error.code === 'refused_by_policy' ? refused.error.decision : null;
  const shownDecision = triedDecision ?? decision;
  return (
    <div className={dockCss.dock}>
      <div
        className={css.composer}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {query !== null && replies.length > 0 && <CannedMenu replies={fitting} at={at} onChoose={choose} />}
        {isStale && <StaleNotice onSendAnyway={submit} disabled={!content} />}
        {refused && !isStale && !triedDecision && <StaleNotice title={refused.error.message} words={refused.error.nextStep} />}
        {shownDecision && <GateNotice decision={shownDecision} tried={triedDecision !== null} actionFor={actionFor} />}
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
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          placeholder={attachment.isPresent ? 'Add a caption' : `Write to ${nameOf(detail.contact)}`}
          aria-label={`Message to ${nameOf(detail.contact)}`}
          aria-autocomplete="list"
          aria-controls={query !== null && fitting.length > 0 ? 'canned-replies' : undefined}
          aria-activedescendant={query !== null && fitting.length > 0 ? `canned-${at}` : undefined}
          autosize
          minRows={narrow ? 1 : 2}
          maxRows={10}
          variant="unstyled"
          classNames={{ input: css.input }}
          dir="auto"
          data-testid="composer-input"
        />
        <div className={css.tools}>
          <Tool icon={IconPaperclip} label="Attach a file" onClick={() => files.current?.click()} />
          <Tool icon={IconSlash} label="Canned replies: type / first" onClick={() => {
              setText('/');
              focus();
            }} disabled={text !== ''} />
          <Tool icon={IconTemplate} label="Send a template (⇧T)" onClick={() => setDialog('template')} />
          <Tool icon={IconNote} label="Internal note (N)" onClick={() => commands.desk.writeNote(true)} testId="note-open" />
          <span className={css.gap} />
          {text.length > LONGEST - 400 && (
            <span className={css.count} data-over={text.length > LONGEST || undefined}>
              {text.length} / {LONGEST}
            </span>
          )}
          {isClosing ? (
            <span className={css.closing}>
              <WindowPill expiresAt={detail.window_expires_at} long />
            </span>
          ) : (
            !narrow && <span className={css.hint}>Enter sends · ⇧ Enter new line</span>
          )}
          <Button
            h={36}
            px={14}
            rightSection={<IconSend2 size={17} aria-hidden />}
            onClick={submit}
            disabled={!content || attachment.isBusy || attachment.error !== null}
            data-testid="composer-send"
          >
            Send
          </Button>
        </div>
        <input
          ref={files}
          type="file"
          hidden
          data-testid="attach-file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = ''; // so that the same file can be chosen again
            if (file) attachment.attach(file);
            focus();
          }}
        />
      </div>
    </div>
  );
}

function contentOf(text: string, uploaded: ReturnType<typeof useAttachment>['uploaded']): Content | null {
  if (uploaded) return asMedia(uploaded, text.trim());
  return text.trim() && cannedQuery(text) === null ? { type: 'text', body: text.trim() } : null;
}

interface ToolProps {
  icon: typeof IconNote;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  testId?: string;
}

function Tool({ icon: Glyph, label, onClick, disabled, testId }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={36} className={css.tool} aria-label={label} onClick={onClick} disabled={disabled} data-testid={testId}>
        <Glyph size={19} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
