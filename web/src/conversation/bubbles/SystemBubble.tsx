import { IconCash, IconDeviceMobileMessage, IconInfoCircle, IconKey, IconPhone } from '@tabler/icons-react';
import type { Message, SystemContent } from '../../api/types';
import { fullTime, timeOf } from '../../ui/times';
import type { BubbleProps } from './Contents';
import css from './SystemBubble.module.css';

const GLYPHS: Record<string, typeof IconInfoCircle> = {
  user_changed_number: IconDeviceMobileMessage,
  customer_identity_changed: IconKey,
  call_permission: IconPhone,
  payment_pending: IconCash,
  payment_captured: IconCash,
  payment_failed: IconCash,
};

/** What WhatsApp itself says of the person. */
export function SystemBubble({ content, message }: BubbleProps<SystemContent>) {
  return <>{content.body || message.text}</>;
}

/** The same between the messages: nobody wrote it. */
export function SystemLine({ message }: { message: Message }) {
  const Glyph = (message.content.type === 'system' && GLYPHS[message.content.kind]) || IconInfoCircle;
  return (
    <div className={css.line} data-testid="system-line">
      <Glyph size={15} stroke={1.8} aria-hidden />
      <span dir="auto">{message.text}</span>
      <time dateTime={message.at} title={fullTime(message.at)}>
        {timeOf(message.at)}
      </time>
    </div>
  );
}
