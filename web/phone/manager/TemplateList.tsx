import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { lasts } from '../text/lasts';
import type { Template } from './types';
import { Badge } from './Badge';
import { Decide, type Group } from './Decide';
import css from './Manager.module.css';
import { moment, plain } from './words';

const REASONS = ['ABUSIVE_CONTENT', 'INCORRECT_CATEGORY', 'INVALID_FORMAT', 'PROMOTIONAL', 'SCAM', 'TAG_CONTENT_MISMATCH'];
const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
const PAGE = 20;
const FILTERS = [
  { value: 'all', label: 'All' },
  { value: 'PENDING', label: 'In review' },
  { value: 'trouble', label: 'In trouble' },
];
const FINE = new Set(['APPROVED', 'PENDING']);

function groupsOf(template: Template, waba_id: string): Group[] {
  const meant = { waba_id, name: template.name, language: template.language };
  const status = (status: string, reason = 'NONE') => ({ path: '/templates/status', body: { ...meant, status, reason } });
  return [
    { label: 'The review', choices: [{ label: 'Approve', ...status('APPROVED') }] },
    { label: 'Reject, because', choices: REASONS.map((reason) => ({ label: plain(reason), ...status('REJECTED', reason) })) },
    {
      label: 'Quality, as customers rate it',
      choices: ['GREEN', 'YELLOW', 'RED'].map((score) => ({ label: plain(score), path: '/templates/quality', body: { ...meant, score } })),
    },
    {
      label: 'It is, after all',
      choices: CATEGORIES.filter((each) => each !== template.category).map((category) => ({ label: plain(category), path: '/templates/category', body: { ...meant, category } })),
    },
    {
      label: 'Later',
      choices: [
        { label: 'Pause', ...status('PAUSED') },
        { label: 'Flag', ...status('FLAGGED') },
        { label: 'Reinstate', ...status('REINSTATED') },
        { label: 'Disable', ...status('DISABLED'), grave: true },
      ],
    },
  ];
}

function saidOf({ status, review_until }: Template, now: number): string | undefined {
  if (status !== 'PENDING') return undefined;
  return review_until === null ? 'In review' : `In review for ${lasts(review_until - now)} more`;
}

/** The templates of an account: what waits for the reviewer, what was decided, how people take them. */
export function TemplateList({ templates, wabaId, now }: { templates: Template[]; wabaId: string; now: number }) {
  const [filter, setFilter] = useState('all');
  const [asked, setAsked] = useState('');
  const [shown, setShown] = useState(PAGE);
  const found = templates.filter(
    (each) =>
      (filter === 'all' || (filter === 'trouble' ? !FINE.has(each.status) : each.status === filter)) &&
      `${each.name} ${each.body}`.toLowerCase().includes(asked.trim().toLowerCase()),
  );
  if (templates.length === 0) return <p className={css.empty}>This account has no template.</p>;
  return (
    <>
      <div className={css.filters}>
        <SegmentedControl size="xs" radius="xl" data={FILTERS} value={filter} onChange={setFilter} aria-label="Which templates" />
        <TextInput
          size="xs"
          radius="xl"
          leftSection={<IconSearch size={15} />}
          placeholder="Name or words"
          aria-label="Search templates"
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
      </div>
      {found.length === 0 && <p className={css.empty}>No template is like that.</p>}
      <ul className={css.rows}>
        {found.slice(0, shown).map((template) => (
          <li key={template.id} className={css.row} data-testid={`template-${template.name}`}>
            <div className={css.main}>
              <strong className={css.name}>{template.name}</strong>
              <span className={css.soft}>
                {plain(template.category)} · {template.language}
              </span>
            </div>
            <div className={css.badges}>
              <Badge word={template.status} said={saidOf(template, now)} />
              {template.reason && <Badge word="REJECTED" said={plain(template.reason)} />}
              {template.category_changes_at !== null && (
                <Badge word="PENDING" said={`${plain(template.correct_category)} from ${moment(template.category_changes_at)}`} />
              )}
              {template.quality !== 'UNKNOWN' && <Badge word={template.quality} said={`Quality ${plain(template.quality).toLowerCase()}`} />}
            </div>
            <p className={css.body} dir="auto">
              {template.body}
            </p>
            <Decide label="Decide" about={`${template.name} ${template.language}`} groups={groupsOf(template, wabaId)} />
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button variant="subtle" size="compact-md" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, found.length - shown)} more of {found.length}
        </Button>
      )}
    </>
  );
}
