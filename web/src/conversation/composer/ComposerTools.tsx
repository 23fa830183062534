import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconMessagePause, IconNote, IconPaperclip, IconSend2, IconSlash, IconTemplate } from '@tabler/icons-react';
import { useRef } from 'react';
import { useByClock } from '../../api/clock';
import { useDeskState } from '../../shell/deskState';
import { FileInput } from '../../ui/FileInput';
import { useIsNarrow } from '../../ui/media';
import { windowState } from '../window';
import { WindowPill } from '../WindowPill';
import css from './Composer.module.css';

const LONGEST = 4096;

interface Props {
  length: number;
  windowExpiresAt: string | null;
  canSend: boolean;
  onFile: (file: File) => void;
  onSlash: () => void;
  onSend: () => void;
  /** It leaves when the customer next writes. */
  waits: boolean;
}

/** What stands under the words: what can be added, how long there is, and Send. */
export function ComposerTools({ length, windowExpiresAt, canSend, onFile, onSlash, onSend, waits }: Props) {
  const { commands, setDialog } = useDeskState();
  const files = useRef<HTMLInputElement>(null);
  return (
    <div className={css.tools}>
      <Tool icon={IconPaperclip} label="Attach a file" onClick={() => files.current?.click()} />
      <Tool icon={IconSlash} label="Canned replies: type / first" onClick={onSlash} disabled={length > 0} />
      {!waits && <Tool icon={IconTemplate} label="Send a template (⇧T)" onClick={() => setDialog('template')} />}
      {!waits && <Tool icon={IconNote} label="Internal note (N)" onClick={() => commands.desk.writeNote(true)} testId="note-open" />}
      <span className={css.gap} />
      {length > LONGEST - 400 && (
        <span className={css.count} data-over={length > LONGEST || undefined}>
          {length} / {LONGEST}
        </span>
      )}
      {!waits && <Hint windowExpiresAt={windowExpiresAt} />}
      <Button
        h={36}
        px={14}
        rightSection={waits ? <IconMessagePause size={17} aria-hidden /> : <IconSend2 size={17} aria-hidden />}
        onClick={onSend}
        disabled={!canSend}
        data-testid="composer-send"
      >
        {waits ? 'Send when they write' : 'Send'}
      </Button>
      <FileInput ref={files} data-testid="attach-file" onFile={onFile} />
    </div>
  );
}

/** How to send; in the last two hours of the window, how long one still can. */
function Hint({ windowExpiresAt }: { windowExpiresAt: string | null }) {
  const narrow = useIsNarrow();
  const isClosing = useByClock((now) => windowState(windowExpiresAt, now) === 'closing');
  if (!isClosing) return narrow ? null : <span className={css.hint}>Enter sends · ⇧ Enter new line</span>;
  return (
    <span className={css.closing}>
      <WindowPill expiresAt={windowExpiresAt} long />
    </span>
  );
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
