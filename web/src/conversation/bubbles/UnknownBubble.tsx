import { IconBan, IconHelpCircle, IconUsers } from '@tabler/icons-react';
import type { Content } from '../../api/types';
import type { BubbleProps } from './Contents';
import css from './ReplyBubble.module.css';

// The platform's names for what it does not pass on, as people call it.
const KINDS: Record<string, string> = {
  poll: 'A poll',
  unsupported: 'A message of a kind that WhatsApp does not pass on',
  unknown: 'A message of a kind that WhatsApp does not pass on',
  media_placeholder: 'A file of earlier; it may still follow',
  view_once: 'A picture that can be seen once',
};

/** What can not be shown: what it was, and why. */
export function UnknownBubble({ content }: BubbleProps<Content>) {
  const kind = content.type === 'unknown' ? content.kind : content.type;
  if (kind === 'erased') return <span className={css.gone}>Erased at the customer’s request</span>;
  if (kind === 'deleted') {
    return (
      <span className={`${css.reply} ${css.gone}`}>
        <IconBan size={15} aria-hidden /> This message was deleted
      </span>
    );
  }
  const group = kind === 'group message';
  const Glyph = group ? IconUsers : IconHelpCircle;
  return (
    <>
      <span className={css.reply}>
        <Glyph size={16} aria-hidden /> {group ? 'A message in a group, which is not shown here' : (KINDS[kind] ?? `A message that can not be shown here (${kind})`)}
      </span>
      {content.type === 'unknown' && content.reason && <span className={css.more}>{content.reason}</span>}
    </>
  );
}
