import { ActionIcon, Text } from '@mantine/core';
import { useFocusTrap } from '@mantine/hooks';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import type { Call } from '../api/types';
import { minutes } from '../text/minutes';
import { Avatar } from '../ui/Avatar';
import { useNow } from '../ui/now';
import css from './CallScreen.module.css';
import { useActOnCall } from './calling';

/** Over the whole phone while it rings and while it is spoken: who it is, how long, and how it ends. No voice is carried. */
export function CallScreen({ waId, call }: { waId: string; call: Call }) {
  const act = useActOnCall(waId, call.id);
  const now = useNow(1);
  const trap = useFocusTrap();
  const rings = call.answered_at === null && !call.from_me;
  const stands = call.answered_at === null ? (call.from_me ? 'Calling…' : 'is calling you…') : minutes(now - call.answered_at);
  return (
    <section ref={trap} className={css.call} role="dialog" aria-modal aria-label={`Call with ${call.name}`} data-testid="call">
      <Avatar name={call.name} size={92} business />
      <h2 className={css.name}>{call.name}</h2>
      <span className={css.stands} role={call.answered_at === null ? 'status' : undefined}>
        {stands}
      </span>
      <Text size="sm" className={css.soft}>
        No voice goes through this phone.
      </Text>
      {act.error && (
        <Text size="sm" role="alert" className={css.stands}>
          {act.error.message}
        </Text>
      )}
      <div className={css.ways}>
        <Way
          label={rings ? 'Decline' : 'Hang up'}
          tone="end"
          busy={act.isPending}
          onClick={() => act.mutate(rings ? 'reject' : 'hang_up')}
        />
        {rings && <Way label="Answer" tone="take" busy={act.isPending} onClick={() => act.mutate('accept')} />}
      </div>
    </section>
  );
}

function Way({ label, tone, busy, onClick }: { label: string; tone: 'end' | 'take'; busy: boolean; onClick: () => void }) {
  const Icon = tone === 'end' ? IconPhoneOff : IconPhone;
  return (
    <div className={css.way}>
      <ActionIcon className={css.round} data-tone={tone} size={62} radius="xl" disabled={busy} onClick={onClick} aria-label={label}>
        <Icon size={27} />
      </ActionIcon>
      <span aria-hidden>{label}</span>
    </div>
  );
}
