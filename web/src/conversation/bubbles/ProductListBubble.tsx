import { IconShoppingBag } from '@tabler/icons-react';
import type { ProductListContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import type { BubbleProps } from './Contents';
import css from './Offered.module.css';

/** Several items of the catalogue; they are folded away. */
export function ProductListBubble({ content }: BubbleProps<ProductListContent>) {
  const count = content.sections.reduce((sum, section) => sum + section.retailer_ids.length, 0);
  return (
    <>
      <strong className={css.header}>{content.header}</strong>
      <Rich text={content.body} />
      {content.footer && <span className={css.footer}>{content.footer}</span>}
      <details className={css.menu}>
        <summary>
          <IconShoppingBag size={15} aria-hidden /> {count === 1 ? '1 item' : `${count} items`}
        </summary>
        {content.sections.map((section, index) => (
          <ul key={index} className={css.menuRows}>
            {section.title && <li className={css.menuTitle}>{section.title}</li>}
            {section.retailer_ids.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ))}
      </details>
    </>
  );
}
