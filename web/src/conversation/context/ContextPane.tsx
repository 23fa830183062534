import { ActionIcon, Button, CopyButton, Skeleton, Tooltip } from '@mantine/core';
import { IconBan, IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useByClock } from '../../api/clock';
import { useConversation, useMessages } from '../../api/queries';
import type { Detail, State } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { Avatar } from '../../ui/Avatar';
import { whenAndTime, whenInside } from '../../ui/times';
import { languageName, nameOf, sentenceCase } from '../../ui/words';
import { windowSentence, windowShare, windowState } from '../window';
import { BlockedSection } from './BlockedSection';
import { Consents } from './Consents';
import css from './ContextPane.module.css';
import { RoutingHistory } from './RoutingHistory';
import { Fact, Section } from './Section';

/** Who the customer is, what they agreed to, and how the conversation came here. */
export function ContextPane({ id, onClose }: { id: string; onClose?: () => void }) {
  const { data: detail, error } = useConversation(id);
  if (!detail && error) return <p className={css.nothing}>Nothing is known of the customer.</p>;
  if (!detail) {
    return (
      <div className={css.loading}>
        <Skeleton circle height={64} />
        <Skeleton height={14} width="60%" />
        <Skeleton height={80} />
      </div>
    );
  }
  return <Known detail={detail} onClose={onClose} />;
}

const STATE: Record<State, string> = {
  bot: 'The bot is answering',
  queued: 'In the queue',
  offered: 'Offered to a person',
  active: 'With a person',
  waiting: 'Waiting for the customer',
  snoozed: 'Snoozed',
  wrap_up: 'Being wrapped up',
  closed: 'Resolved',
};

function Known({ detail, onClose }: { detail: Detail; onClose?: () => void }) {
  const { setDialog } = useDeskState();
  const { contact, number } = detail;
  const began = useByClock((now) => whenAndTime(detail.created_at, now));
  return (
    <div className={css.pane} data-testid="context-pane">
      {onClose && (
        <ActionIcon className={css.close} size={36} aria-label="Close the details" onClick={onClose}>
          <IconX size={19} />
        </ActionIcon>
      )}
      <header className={css.head}>
        <Avatar name={nameOf(contact)} size={60} />
        <h2 className={css.name} dir="auto">
          {nameOf(contact)}
        </h2>
        {contact.phone && <Phone phone={contact.phone} />}
      </header>
      <Section title="Window">
        <Window expiresAt={detail.window_expires_at} />
      </Section>
      <Section title="Conversation">
        <dl className={css.facts}>
          <Fact name="State">{STATE[detail.state]}</Fact>
          {detail.owner.kind !== 'nobody' && <Fact name="With">{detail.owner.name || sentenceCase(detail.owner.kind)}</Fact>}
          {detail.skill && <Fact name="Topic">{sentenceCase(detail.skill)}</Fact>}
          {(contact.language || detail.language) && <Fact name="Language">{languageName(contact.language || detail.language)}</Fact>}
          <Fact name="Writes to">{number.display_name}</Fact>
          <Fact name="Began">{began}</Fact>
        </dl>
      </Section>
      <BlockedSection id={detail.conversation_id} />
      <Escalation id={detail.conversation_id} />
      <Section
        title="Consents"
        action={
          <Button size="compact-sm" variant="subtle" color="red" leftSection={<IconBan size={15} />} onClick={() => setDialog('opt_out')} data-testid="opt-out">
            Opt-out
          </Button>
        }
      >
        <Consents consents={detail.consents} onOptIn={() => setDialog('opt_in')} />
      </Section>
      {detail.routing.length > 0 && (
        <Section title="Routing">
          <RoutingHistory routing={detail.routing} />
        </Section>
      )}
    </div>
  );
}

function Phone({ phone }: { phone: string }) {
  return (
    <CopyButton value={phone.replaceAll(' ', '')}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy the number'}>
          <button type="button" className={css.phone} onClick={copy}>
            {phone}
            {copied ? <IconCheck size={14} aria-label="Copied" /> : <IconCopy size={14} aria-label="Copy" />}
          </button>
        </Tooltip>
      )}
    </CopyButton>
  );
}

function Window({ expiresAt }: { expiresAt: string | null }) {
  const state = useByClock((now) => windowState(expiresAt, now));
  const sentence = useByClock((now) => windowSentence(expiresAt, now));
  const percent = useByClock((now) => Math.round(windowShare(expiresAt, now) * 100));
  const means = {
    open: 'Free text may be sent.',
    closing: 'Free text may be sent, not for much longer.',
    closed: 'Only an approved template may be sent.',
    none: 'The customer has not written to this number. Only an approved template may be sent.',
  }[state];
  return (
    <div className={css.window} data-state={state}>
      <p className={css.windowWords}>{sentence.charAt(0).toUpperCase() + sentence.slice(1)}</p>
      <span className={css.bar} role="meter" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} aria-label="Window left">
        <span style={{ width: `${percent}%` }} />
      </span>
      <p className={css.soft}>{means}</p>
    </div>
  );
}

/** Why the bot brought in a person, from the last time it did. */
function Escalation({ id }: { id: string }) {
  const events = useMessages(id).data?.pages.flatMap((page) => page.events) ?? [];
  const last = events.filter(({ kind }) => kind === 'hand_over').sort((a, b) => b.event_id - a.event_id)[0];
  const at = useByClock((now) => (last ? whenInside(last.at, now) : ''));
  if (!last) return null;
  return (
    <Section title="Why a person">
      <p className={css.reason}>{String(last.data['reason'] ?? 'The bot handed over')}</p>
      <p className={css.soft}>Handed over by the bot, {at}</p>
    </Section>
  );
}
