import type { ButtonsContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import type { BubbleProps } from './Contents';
import css from './Offered.module.css';

/** A text with the answers that were offered under it. */
export function ButtonsBubble({ content }: BubbleProps<ButtonsContent>) {
  return (
    <>
      {content.header && <strong className={css.header}>{content.header}</strong>}
      <Rich text={content.body} />
      {content.footer && <span className={css.footer}>{content.footer}</span>}
      <ul className={css.answers} aria-label="Answers offered">
        {content.buttons.map((button) => (
          <li key={button.id} className={css.answer}>
            {button.title}
          </li>
        ))}
      </ul>
    </>
  );
}
