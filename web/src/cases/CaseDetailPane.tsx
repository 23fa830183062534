import { ActionIcon, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconEyeOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { serverNow } from '../api/clock';
import type { CaseDetail } from '../api/caseTypes';
import { keptFile } from '../api/keptFile';
import { Notice } from '../ui/Notice';
import { whenInside } from '../ui/times';
import { AppealForm } from './AppealForm';
import css from './CaseDetailPane.module.css';
import { CaseFile } from './CaseFile';
import rowCss from './CaseRow.module.css';
import { DecideForm } from './DecideForm';
import { Due } from './Due';
import { Facts } from './Facts';
import { useCase } from './queries';
import { useSource, type CaseId } from './source';
import { KINDS, OUTCOMES, SAID, agreed, isRemembered, matterOf, nameOf, silence, titleOf, whoOf } from './words';

interface Props {
  id: CaseId;
  onBack: (() => void) | null;
}

/** One case: what was said, what was found, who has said what, and where one decides. */
export function CaseDetailPane({ id, onBack }: Props) {
  const { data: found, error, isPending, refetch } = useCase(id);
  return (
    <article className={css.pane} aria-label="Case" data-testid="case-detail">
      {onBack && (
        <ActionIcon size={36} onClick={onBack} aria-label="Back to the cases">
          <IconArrowLeft size={20} />
        </ActionIcon>
      )}
      {isPending && <Skeleton height={260} radius={14} />}
      {error && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      {found && <Opened key={found.case_id} found={found} />}
    </article>
  );
}

function Opened({ found }: { found: CaseDetail }) {
  const now = serverNow();
  const lead = found.findings.find(({ verdict }) => verdict === 'hold') ?? found.findings[0];
  const others = found.findings.filter((each) => each !== lead);
  return (
    <>
      <header className={css.head}>
        <span className={rowCss.top}>
          <span className={rowCss.kind} data-kind={found.kind}>
            {KINDS[found.kind]}
          </span>
          {found.clauses.map((clause) => (
            <span key={clause} className={rowCss.clause} title={`Clause ${clause} of the policy`}>
              {clause}
            </span>
          ))}
          {found.state === 'open' && <Due at={found.due_at} />}
        </span>
        <h2 className={css.title}>{lead?.sentence ?? 'A case without a finding'}</h2>
        <p className={css.soft}>
          {matterOf(found)} · {whoOf(found)} · opened {whenInside(found.opened_at, now)}
        </p>
        {found.state !== 'open' && (
          <p className={css.outcome} data-outcome={found.outcome} data-testid="case-outcome">
            {found.state === 'lapsed' ? 'Nobody decided in time. ' : ''}
            {found.outcome && OUTCOMES[found.outcome]}
            {found.closed_at && `, ${whenInside(found.closed_at, now)}`}
          </p>
        )}
      </header>
      {found.message && <Said found={found} />}
      {found.words.length > 0 && (
        <section className={css.section}>
          <h3>{titleOf(found)}</h3>
          {found.words.map((text, at) => (
            <blockquote key={at} className={css.said} dir="auto" data-testid="case-words">
              {text}
            </blockquote>
          ))}
        </section>
      )}
      {found.reason && (
        <section className={css.section}>
          <h3>What was reported</h3>
          <p className={css.quote}>{found.reason}</p>
        </section>
      )}
      {others.length > 0 && (
        <section className={css.section}>
          <h3>Also found</h3>
          {others.map((each, at) => (
            <p key={at}>
              {each.sentence} <span className={rowCss.clause}>{each.clause}</span>
            </p>
          ))}
        </section>
      )}
      {(found.state === 'open' || found.votes.length > 0) && (
        <section className={css.section}>
          <h3>
            Decision
            {found.needs > 1 && (
              <span className={css.eyes} role="img" aria-label={`${agreed(found)} of ${found.needs} agree`}>
                {Array.from({ length: found.needs }, (_, at) => (
                  <i key={at} data-done={at < agreed(found) || undefined} />
                ))}
                {agreed(found)} of {found.needs} agree
              </span>
            )}
          </h3>
          <ul className={css.votes}>
            {found.votes.map(({ by, vote, note, at }) => (
              <li key={at}>
                <strong>{nameOf(by)}</strong> {SAID[vote]}, {whenInside(at, now)}
                <q className={css.note}>{note}</q>
              </li>
            ))}
          </ul>
          <DecideForm found={found} />
          {found.state === 'open' && (
            <p className={css.soft}>
              {silence(found)}
              {isRemembered(found) && ' What you decide holds for this very file from now on, whoever sends it.'}
            </p>
          )}
        </section>
      )}
      {found.appeal && (
        <section className={css.section}>
          <h3>Appeal</h3>
          <AppealForm found={found} />
        </section>
      )}
      <Facts found={found} />
    </>
  );
}

function Said({ found }: { found: CaseDetail }) {
  const source = useSource();
  const message = found.message!;
  const file = keptFile(message.content);
  const url = file ? source.fileOf(file.media_id) : '';
  // Without a caption the text is the file's name, which stands below the file.
  const unsaid = url !== '' && message.content?.type === 'media' && !message.content.caption;
  return (
    <section className={css.section}>
      <h3>{message.direction === 'in' ? 'The customer wrote' : message.direction === 'note' ? 'A note' : 'The message'}</h3>
      {!message.content && (
        <p className={css.hidden}>
          <IconEyeOff size={16} aria-hidden /> The words are for the Client's own people, until the case is the provider's to decide.
        </p>
      )}
      {message.content && !unsaid && (
        <blockquote className={css.said} data-direction={message.direction} dir="auto" data-testid="case-message">
          {message.text}
        </blockquote>
      )}
      {file && url && <CaseFile content={file} url={url} />}
      {found.conversation_id && source.fileOf('x') && (
        <Link className={css.link} to={`/c/${found.conversation_id}?view=all`}>
          Open the conversation
        </Link>
      )}
    </section>
  );
}
