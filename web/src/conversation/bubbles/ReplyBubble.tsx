import { IconPointer } from '@tabler/icons-react';
import type { ReplyContent } from '../../api/types';
import type { BubbleProps } from './Contents';
import css from './ReplyBubble.module.css';

/** An answer the customer tapped. */
export function ReplyBubble({ content }: BubbleProps<ReplyContent>) {
  return (
    <>
      <span className={css.reply}>
        <IconPointer size={15} aria-label="Tapped:" /> {content.title}
      </span>
      {content.description && <span className={css.more}>{content.description}</span>}
    </>
  );
}
