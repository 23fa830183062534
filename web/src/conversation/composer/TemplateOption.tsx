import type { Template } from '../../api/types';
import { languageName, sentenceCase } from '../../ui/words';
import { isApproved } from './fill';
import css from './TemplateOption.module.css';

/** One template of the list. One that is not approved is shown, with why it can not be chosen. */
export function TemplateOption({ template, onChoose }: { template: Template; onChoose: () => void }) {
  const approved = isApproved(template);
  return (
    <button
      type="button"
      className={css.option}
      onClick={onChoose}
      disabled={!approved}
      data-testid="template-option"
      data-name={template.name}
      title={approved ? undefined : `WhatsApp has this template as ${template.status.toLowerCase()}; only approved ones can be sent`}
    >
      <span className={css.top}>
        <span className={css.name}>{sentenceCase(template.name)}</span>
        <Category category={template.category} />
        {!approved && <span className={css.status}>{template.status.toLowerCase()}</span>}
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
