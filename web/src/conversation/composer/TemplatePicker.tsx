import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSearch, IconTemplateOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTemplates } from '../../api/queries';
import type { Content, Detail, Template } from '../../api/types';
import { Empty } from '../../ui/Empty';
import { Notice } from '../../ui/Notice';
import { findTemplates } from './fill';
import { TemplateForm } from './TemplateForm';
import { TemplateOption } from './TemplateOption';
import css from './TemplatePicker.module.css';

interface Props {
  detail: Detail;
  send: (content: Content, ownerVersion: number) => void;
}

/** Choose, fill in, look at it as the customer will, send. */
export function TemplatePicker({ detail, send }: Props) {
  const templates = useTemplates(detail.number.number_id);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<Template | null>(null);
  if (templates.isPending) return <Skeleton height={120} radius={10} />;
  if (templates.isError) {
    return <Notice tone="red" title={templates.error.message} action={{ label: 'Try again', run: () => void templates.refetch() }} />;
  }
  if (chosen) {
    return (
      <div className={css.chosen}>
        <Button
          className={css.back}
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} />}
          onClick={() => setChosen(null)}
        >
          All templates
        </Button>
        <TemplateForm key={`${chosen.name}:${chosen.language}`} template={chosen} detail={detail} send={send} />
      </div>
    );
  }
  const found = findTemplates(templates.data, words, detail.contact.language || detail.language);
  return (
    <div className={css.picker}>
      <TextInput
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder="Search templates"
        aria-label="Search templates"
        leftSection={<IconSearch size={16} />}
        data-testid="template-search"
      />
      {found.length === 0 ? (
        <Empty icon={IconTemplateOff} title={words ? 'No template fits' : 'There are no templates yet'}>
          {words ? 'Try fewer words.' : 'An administrator can have some approved by WhatsApp.'}
        </Empty>
      ) : (
        <ul className={css.list} aria-label="Templates">
          {found.map((template) => (
            <li key={`${template.name}:${template.language}`}>
              <TemplateOption template={template} onChoose={() => setChosen(template)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
