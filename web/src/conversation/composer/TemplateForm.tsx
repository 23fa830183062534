import { Button, TextInput } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { Content, Detail, Template } from '../../api/types';
import { useDeskState } from '../../shell/deskState';
import { nameOf, sentenceCase } from '../../ui/words';
import { asContent, isComplete, slot, troubleWith, type Values } from './fill';
import { useGate } from './gate';
import { GateNotice, type NextStepAction } from './GateNotice';
import { isHeaded, type Head } from './head';
import { HeaderField } from './HeaderField';
import { around, labelOf } from './labels';
import { PriceLine } from './PriceLine';
import css from './TemplateForm.module.css';
import { Category } from './TemplateOption';
import { TemplatePreview } from './TemplatePreview';

// What each category is for, and what it asks of us.
const PURPOSE: Record<string, string> = {
  marketing: 'An offer or news. Only to people who opted in to marketing.',
  utility: 'About something the customer asked for or bought.',
  authentication: 'A code to log in or confirm.',
};

interface Props {
  template: Template;
  detail: Detail;
  send: (content: Content, ownerVersion: number) => void;
}

export function TemplateForm({ template, detail, send }: Props) {
  const { setDialog } = useDeskState();
  const [values, setValues] = useState<Values>(() => guesses(template, detail));
  const [head, setHead] = useState<Head>(null);
  const [shown, setShown] = useState(false);
  const complete = isComplete(template, values, head);
  const content = asContent(template, values, head);
  const decision = useGate(detail.conversation_id, complete ? content : null, detail.owner_version);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setShown(true);
    if (complete) send(content, detail.owner_version);
  };
  const optIn: NextStepAction = { label: 'Record an opt-in', run: () => setDialog('opt_in') };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <div className={css.fields}>
        <div>
          <p className={css.name}>
            {sentenceCase(template.name)} <Category category={template.category} />
          </p>
          <p className={css.purpose}>{PURPOSE[template.category.toLowerCase()]}</p>
        </div>
        <HeaderField kind={template.header_kind} missing={shown && !isHeaded(template.header_kind, head)} onChange={setHead} />
        {template.parameters.map((parameter, index) => {
          const name = slot(parameter);
          return (
            <TextInput
              key={name}
              label={labelOf(parameter, template)}
              description={around(parameter, template) || undefined}
              placeholder={parameter.example ? `such as ${parameter.example}` : undefined}
              value={values[name] ?? ''}
              onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
              error={shown && troubleWith(values[name] ?? '')}
              data-autofocus={index === 0 || undefined}
              autoFocus={index === 0}
              data-testid={`template-value-${index + 1}`}
            />
          );
        })}
        {template.parameters.length === 0 && isHeaded(template.header_kind, null) && <p className={css.purpose}>This template has nothing to fill in.</p>}
      </div>
      <TemplatePreview template={template} values={values} head={head} />
      {decision && (
        <div className={css.gate}>
          <GateNotice decision={decision} actionFor={(step) => (step === 'ask_opt_in' ? optIn : null)} />
        </div>
      )}
      <div className={css.foot}>
        <PriceLine detail={detail} template={template} />
        <Button type="submit" rightSection={<IconSend2 size={17} aria-hidden />} disabled={shown && !complete} data-testid="template-send">
          Send to {nameOf(detail.contact)}
        </Button>
      </div>
    </form>
  );
}

/** The first value is very often the customer's name: where the example looks like one, theirs is put in. */
function guesses({ parameters }: Template, detail: Detail): Values {
  const [first] = parameters.filter(({ part }) => part === 'body');
  const given = detail.contact.name.split(/\s+/)[0] ?? '';
  return first && given && /^\p{Lu}\p{Ll}+$/u.test(first.example) ? { [slot(first)]: given } : {};
}
