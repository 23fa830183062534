import { Switch } from '@mantine/core';
import { useAct } from './api';
import { Badge } from './Badge';
import css from './Manager.module.css';
import { PostList } from './PostList';
import type { Post, Webhooks } from './types';

/** How the updates to the business's application fare. */
export function WebhookCard({ webhooks, posts, now }: { webhooks: Webhooks; posts: Post[]; now: number }) {
  const act = useAct();
  return (
    <section className={css.card} aria-labelledby="webhooks">
      <header className={css.head}>
        <div className={css.title}>
          <h2 id="webhooks">Webhooks</h2>
          <span className={css.soft}>{webhooks.url || 'No address yet'}</span>
        </div>
        <Badge word={webhooks.problem ? 'FAILED' : 'ACTIVE'} tone={webhooks.problem ? 'bad' : 'good'} said={webhooks.problem || 'Reachable'} />
      </header>
      <dl className={css.facts}>
        <div><dt>Waiting</dt><dd>{webhooks.pending}</dd></div>
        <div><dt>Delivered</dt><dd>{webhooks.delivered}</dd></div>
        <div><dt>Not taken</dt><dd>{webhooks.failed}</dd></div>
      </dl>
      <Switch
        label="Hold them back, as when the platform is late"
        checked={webhooks.mishaps.hold}
        disabled={act.isPending}
        onChange={(event) => act.mutate({ path: '/webhooks', body: { hold: event.currentTarget.checked } })}
      />
      <h3 className={css.below}>The last posts</h3>
      <PostList posts={posts} now={now} />
    </section>
  );
}
