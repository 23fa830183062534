import { IconHelpCircle } from '@tabler/icons-react';
import type { Content } from '../../api/types';
import type { BubbleProps } from './Contents';
import css from './ReplyBubble.module.css';

export function UnknownBubble({ content }: BubbleProps<Content>) {
  const kind = content.type === 'unknown' ? content.kind : content.type;
  if (kind === 'erased') {
    return <span className={css.reply}>Erased at the customer’s request</span>;
  }
  return (
    <span className={css.reply}>
      <IconHelpCircle size={16} aria-hidden /> A message that can not be shown here ({kind})
    </span>
  );
}
