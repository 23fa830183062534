import { IconAlertCircle, IconBan, IconCheck, IconChecks, IconClock, IconEye } from '@tabler/icons-react';
import type { MessageStatus } from '../../api/types';
import css from './Ticks.module.css';

const KNOWN: Partial<Record<MessageStatus, { icon: typeof IconCheck; label: string }>> = {
  queued: { icon: IconClock, label: 'On its way' },
  held: { icon: IconEye, label: 'Waiting for a second look' },
  accepted: { icon: IconClock, label: 'On its way' },
  sent: { icon: IconCheck, label: 'Sent' },
  delivered: { icon: IconChecks, label: 'Delivered' },
  read: { icon: IconChecks, label: 'Read' },
  failed: { icon: IconAlertCircle, label: 'Failed' },
  refused: { icon: IconBan, label: 'Refused' },
};

/** How far a message of ours came. */
export function Ticks({ status }: { status: MessageStatus }) {
  const known = KNOWN[status];
  if (!known) return null;
  const Glyph = known.icon;
  return (
    <span className={css.ticks} data-status={status} role="img" aria-label={known.label} title={known.label}>
      <Glyph size={15} stroke={2} />
    </span>
  );
}
