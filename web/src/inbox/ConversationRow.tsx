import { IconMessagePause, IconMoonStars, IconRobot, IconUserCheck, IconUsers } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { serverNow, useByClock } from '../api/clock';
import type { Row, View } from '../api/types';
import { useKept } from '../conversation/composer/kept';
import { WindowPill } from '../conversation/WindowPill';
import { useMe } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { shortSpan, shortWhen } from '../ui/times';
import { languageName, nameOf } from '../ui/words';
import css from './ConversationRow.module.css';

export const ROW_HEIGHT = 86;

interface Props {
  row: Row;
  view: View;
  href: string;
  open: boolean;
  onMark: (id: string) => void;
}

export const ConversationRow = memo(function ConversationRow({ row, view, href, open, onMark }: Props) {
  const { contact, last_message: last, unread } = row;
  const name = nameOf(contact);
  const yours = row.owner.account_id === useMe().account_id;
  const begun = useKept(row.conversation_id);
  const draft = open || row.state === 'closed' ? '' : begun;
  return (
    <Link
      id={`row-${row.conversation_id}`}
      to={href}
      className={css.row}
      aria-current={open ? 'true' : undefined}
      data-unread={unread > 0 || undefined}
      data-testid="conversation-row"
      onFocus={() => onMark(row.conversation_id)}
    >
      <Avatar name={name} size={40} />
      <span className={css.lines}>
        <span className={css.top}>
          <span className={css.name} dir="auto">
            {name}
          </span>
          <When at={last.at} />
        </span>
        <span className={css.middle}>
          <span className={css.last} dir="auto">
            {draft && <span className={css.draft}>Draft: </span>}
            {!draft && last.from === 'bot' && <IconRobot size={14} className={css.from} aria-label="Bot:" />}
            {!draft && last.from === 'agent' && <span className={css.from}>{yours ? 'You: ' : 'Agent: '}</span>}
            {draft || last.text}
          </span>
          {unread > 0 && (
            <span className={css.unread} aria-label={`${unread} unread`}>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </span>
        <span className={css.tags}>
          <OwnerTag row={row} mine={view === 'mine'} />
          {row.skill && <span className={css.tag}>{row.skill}</span>}
          {row.language && (
            <span className={css.tag} title={languageName(row.language)}>
              {row.language.toUpperCase()}
            </span>
          )}
          <span className={css.gap} />
          {row.state !== 'closed' && <WindowPill expiresAt={row.window_expires_at} />}
        </span>
      </span>
    </Link>
  );
});

function When({ at }: { at: string }) {
  const words = useByClock((now) => shortWhen(at, now));
  return (
    <time className={css.when} dateTime={at}>
      {words}
    </time>
  );
}

/** Who has it, or how long it has waited for somebody. In one's own list that goes without saying. */
function OwnerTag({ row, mine }: { row: Row; mine: boolean }) {
  const { state, owner, queued_at: since } = row;
  const waited = useByClock((now) => (since ? shortSpan(now - Date.parse(since)) : ''));
  if (state === 'snoozed') return <Tag icon={IconMoonStars} words={row.due_at ? `Until ${shortWhen(row.due_at, serverNow())}` : 'Snoozed'} />;
  if (state === 'queued') return <Tag icon={IconUsers} words={`Waiting ${waited}`} tone="amber" />;
  if (state === 'offered') return <Tag icon={IconUsers} words={`Offered · ${waited}`} tone="amber" />;
  if (owner.kind === 'bot') return <Tag icon={IconRobot} words="Bot" tone="bot" />;
  if (owner.kind === 'person' && !mine) return <Tag icon={IconUserCheck} words={owner.name} />;
  if (mine && row.reply_waits) return <Tag icon={IconMessagePause} words="Reply waits" />;
  if (mine && state === 'waiting') return <Tag words="Answered" />;
  return null;
}

function Tag({ icon: Glyph, words, tone }: { icon?: typeof IconUsers; words: string; tone?: string }) {
  return (
    <span className={css.tag} data-tone={tone} data-owner>
      {Glyph && <Glyph size={13} stroke={1.8} aria-hidden />}
      <span className={css.tagWords}>{words}</span>
    </span>
  );
}
