import { IconAlertCircle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react';
import type { Status } from '../api/types';
import css from './Ticks.module.css';

const NAMES: Record<Status, string> = {
  pending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
};

const ICONS = {
  pending: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertCircle,
};

/** How far a message came: a clock, one tick, two, two in colour. */
export function Ticks({ status }: { status: Status }) {
  const Icon = ICONS[status] ?? IconCheck;
  const size = status === 'pending' || status === 'failed' ? 14 : 17;
  return <Icon size={size} stroke={2} className={css.ticks} data-status={status} role="img" aria-label={NAMES[status]} />;
}
