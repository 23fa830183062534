import type { Template } from '../../api/types';
import { languageName, sentenceCase } from '../../ui/words';
import { hindrance, isApproved } from './fill';
import css from './TemplateOption.module.css';

/** One template of the list. One that can not be sent from here is shown, with why it can not be chosen. */
export function TemplateOption({ template, onChoose }: { template: Template; onChoose: () => void }) {
  const why = hindrance(template);
  return (
    <button
      type="button"
      className={css.option}
      onClick={onChoose}
      disabled={why !== ''}
      data-testid="template-option"
      data-name={template.name}
      title={why || undefined}
    >
      <span className={css.top}>
        <span className={css.name}>{sentenceCase(template.name)}</span>
        <Category category={template.category} />
        {why && <span className={css.status}>{isApproved(template) ? 'by programs only' : template.status.toLowerCase()}</span>}
        <span className={css.language}>{languageName(template.language)}</span>
      </span>
      <span className={css.body}>{template.body}</span>
    </button>
  );
}

export const Category = ({ category }: { category: string }) => (
  <span className={css.category} data-category={category}>
    {sentenceCase(category)}
  </span>
);
