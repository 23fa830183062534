import { IconForms } from '@tabler/icons-react';
import type { FormAnswerContent } from '../../api/types';
import { sentenceCase } from '../../ui/words';
import type { BubbleProps } from './Contents';
import css from './Cards.module.css';

/** A form that was filled in: each answer under the name that the form gives it. */
export function FormAnswerBubble({ content }: BubbleProps<FormAnswerContent>) {
  return (
    <>
      <span className={css.title}>
        <IconForms size={16} stroke={1.8} aria-hidden /> {content.form === 'address_message' ? 'Address' : 'Form filled in'}
      </span>
      {content.answers.length === 0 && <span className={css.soft}>{content.body || 'Without answers'}</span>}
      <dl className={css.answers}>
        {content.answers.map((answer, index) => (
          <div key={index}>
            <dt>{sentenceCase(answer.name.replaceAll('_', ' ')) || 'Answer'}</dt>
            <dd dir="auto">{answer.value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
