import { IconList } from '@tabler/icons-react';
import type { ListContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import type { BubbleProps } from './Contents';
import css from './Offered.module.css';

/** A text with a menu; its rows are folded away. */
export function ListBubble({ content }: BubbleProps<ListContent>) {
  return (
    <>
      {content.header && <strong className={css.header}>{content.header}</strong>}
      <Rich text={content.body} />
      {content.footer && <span className={css.footer}>{content.footer}</span>}
      <details className={css.menu}>
        <summary>
          <IconList size={15} aria-hidden /> {content.button}
        </summary>
        {content.sections.map((section, index) => (
          <ul key={index} className={css.menuRows}>
            {section.title && <li className={css.menuTitle}>{section.title}</li>}
            {section.rows.map((row) => (
              <li key={row.id}>
                {row.title}
                {row.description && <span className={css.description}>{row.description}</span>}
              </li>
            ))}
          </ul>
        ))}
      </details>
    </>
  );
}
