import { IconExternalLink } from '@tabler/icons-react';
import type { Template, TemplatePart } from '../../api/types';
import { fillPart, type Values } from './fill';
import css from './TemplatePreview.module.css';

/** The message as the customer will see it. What is not filled in yet shows its example, marked. */
export function TemplatePreview({ template, values }: { template: Template; values: Values }) {
  return (
    <div className={css.wall} aria-label="Preview" aria-live="polite" data-testid="template-preview">
      <div className={css.bubble}>
        {template.header && (
          <p className={css.header}>
            <Filled text={template.header} part="header" template={template} values={values} />
          </p>
        )}
        <p className={css.body} dir="auto">
          <Filled text={template.body} part="body" template={template} values={values} />
        </p>
        {template.footer && <p className={css.footer}>{template.footer}</p>}
      </div>
      {template.buttons.map((button) => (
        <span key={button.text} className={css.button}>
          {button.type.toLowerCase().includes('url') && <IconExternalLink size={14} aria-hidden />}
          {button.text}
        </span>
      ))}
    </div>
  );
}

interface FilledProps {
  text: string;
  part: TemplatePart;
  template: Template;
  values: Values;
}

const Filled = ({ text, part, template, values }: FilledProps) =>
  fillPart(text, part, template.parameters, values).map((piece, index) => (
    <span key={index} className={piece.slot ? css[piece.slot] : undefined}>
      {piece.text}
    </span>
  ));
