import { IconTemplate } from '@tabler/icons-react';
import type { TemplateContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import { sentenceCase } from '../../ui/words';
import type { BubbleProps } from './Contents';
import css from './TemplateBubble.module.css';

/** A template as the customer reads it, and which one it was. */
export function TemplateBubble({ content }: BubbleProps<TemplateContent>) {
  return (
    <>
      <span className={css.label}>
        <IconTemplate size={13} aria-hidden /> {sentenceCase(content.name)}
        {content.category && <span className={css.category}>{content.category}</span>}
      </span>
      <Rich text={content.rendered || content.body.join(' · ') || content.name} />
    </>
  );
}
