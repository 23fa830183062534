import { Button } from '@mantine/core';
import { IconLock, IconNote, IconRobot, IconUsers } from '@tabler/icons-react';
import { useByClock } from '../../api/clock';
import type { Detail } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { commandNamed } from '../../commands/registry';
import { Kbd } from '../../ui/Kbd';
import { nameOf } from '../../ui/words';
import type { OnRefused } from '../ConversationPane';
import { windowOpen } from '../window';
import { Composer, type ComposerProps } from './Composer';
import css from './Dock.module.css';
import { Elsewhere, foreignOwner, type Foreign } from './Elsewhere';
import { NoteComposer } from './NoteComposer';
import { WindowClosed } from './WindowClosed';

interface Props extends ComposerProps {
  onRefused: OnRefused;
}

/** The foot of the thread: what may be written now, by this person, in this window. */
export function Dock(props: Props) {
  const { detail } = props;
  const { noteMode } = useDeskState();
  const isOpen = useByClock((now) => windowOpen(detail.window_expires_at, now));
  const elsewhere = useByClock<Foreign | ''>((now) => foreignOwner(detail, now));
  if (noteMode) return <NoteComposer detail={detail} />;
  if (elsewhere) return <Elsewhere owner={elsewhere} />;
  if (!detail.moves.includes('send')) return <NotMine detail={detail} />;
  if (!isOpen) return <WindowClosed {...props} />;
  return (
    <div className={css.dock}>
      <Composer {...props} />
    </div>
  );
}

/** Somebody else's turn: how to make it one's own. */
function NotMine({ detail }: { detail: Detail }) {
  const { commands } = useDeskState();
  const ways = ['conversation.take_over', 'conversation.reopen'].flatMap((name) => commandNamed(name) ?? []);
  const way = ways.find((each) => each.on(commands) !== null);
  const Glyph = detail.state === 'closed' ? IconLock : detail.owner.kind === 'bot' ? IconRobot : IconUsers;
  return (
    <div className={css.dock}>
      <div className={css.bar}>
        <Glyph size={18} className={css.icon} aria-hidden />
        <span className={css.words}>{whose(detail)}</span>
        <Button variant="subtle" color="gray" leftSection={<IconNote size={16} />} onClick={() => commands.desk.writeNote(true)} data-testid="note-open">
          Note
        </Button>
        {way && (
          <Button onClick={() => way.run(commands)} loading={commands.moves.busy} rightSection={<Kbd shortcut={way.shortcuts[0] ?? ''} />} data-testid="dock-take">
            {way.title}
          </Button>
        )}
      </div>
    </div>
  );
}

function whose({ state, owner, contact }: Detail): string {
  if (state === 'closed') return 'Resolved. A new message of the customer begins a new conversation.';
  if (owner.kind === 'bot') return `The bot is answering ${nameOf(contact)}. Take over to write yourself.`;
  if (owner.kind === 'queue') return `${nameOf(contact)} waits for a person.`;
  if (owner.kind === 'person') return `${owner.name || 'A colleague'} has this conversation.`;
  return 'Nobody has this conversation.';
}
