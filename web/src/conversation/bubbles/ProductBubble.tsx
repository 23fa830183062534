import { IconShoppingBag } from '@tabler/icons-react';
import type { ProductContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import type { BubbleProps } from './Contents';
import css from './Offered.module.css';

/** One item of the catalogue; WhatsApp shows its picture and price. */
export function ProductBubble({ content }: BubbleProps<ProductContent>) {
  return (
    <>
      {content.body && <Rich text={content.body} />}
      <span className={css.description}>
        <IconShoppingBag size={15} aria-hidden /> Item {content.retailer_id}
      </span>
      {content.footer && <span className={css.footer}>{content.footer}</span>}
    </>
  );
}
