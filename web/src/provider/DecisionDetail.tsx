import type { LoggedDecision } from '../api/types';
import { fullTime } from '../ui/times';
import { sentenceCase } from '../ui/words';
import css from './DecisionDetail.module.css';

/** A decision in plain words: what each rule said, what was known, who wrote, and the seal on it. */
export function DecisionDetail({ decision }: { decision: LoggedDecision }) {
  const { findings, facts, author, number_id, conversation_id, message_id, rulebook_version, hash } = decision;
  return (
    <div className={css.detail}>
      <section>
        <h3>What the rules said</h3>
        {findings.length === 0 && <p>No rule objected, so the message could go.</p>}
        {findings.map((finding, index) => (
          <p key={index} className={css.finding}>
            <strong>
              {finding.clause} · {sentenceCase(finding.rule ?? '')}
            </strong>
            <br />
            {finding.sentence}
            {finding.next_sentence && <span className={css.soft}> {finding.next_sentence}</span>}
          </p>
        ))}
      </section>
      <section>
        <h3>What was known</h3>
        <dl>
          {Object.entries(facts).map(([name, value]) => (
            <Line key={name} name={sentenceCase(name)} value={plain(value)} />
          ))}
        </dl>
      </section>
      <section>
        <h3>Who, and the seal</h3>
        <dl>
          <Line name="Written by" value={[author.name, author.kind].filter(Boolean).join(', ')} />
          <Line name="Number" value={number_id} />
          <Line name="Conversation" value={conversation_id ?? 'none'} />
          <Line name="Message" value={message_id ?? 'none'} />
          <Line name="Rulebook" value={rulebook_version} />
          <Line name="SHA-256" value={hash} />
        </dl>
      </section>
    </div>
  );
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'object') return Object.entries(value).map(([name, each]) => `${name}: ${plain(each)}`).join(', ') || 'none';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return fullTime(value);
  return String(value).replaceAll('_', ' ');
}
