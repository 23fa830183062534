import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from './api';
import { Badge } from './Badge';
import css from './Manager.module.css';
import type { Post } from './types';
import { moment, plain } from './words';

const PAGE = 5;

const toldBy = (post: Post): string =>
  Object.entries(post.fields)
    .map(([field, count]) => (count > 1 ? `${plain(field)} × ${count}` : plain(field)))
    .join(', ') || 'too much to be kept';

/** The last times that the application was told something, and how it answered. */
export function PostList({ posts, now }: { posts: Post[]; now: number }) {
  const act = useAct();
  const [shown, setShown] = useState(PAGE);
  if (posts.length === 0) return <p className={css.empty}>Nothing was told yet.</p>;
  return (
    <>
      <ul className={css.rows}>
        {posts.slice(0, shown).map((post) => (
          <li key={post.number} className={css.row}>
            <div className={css.main}>
              <strong className={css.name}>{toldBy(post)}</strong>
              <span className={css.soft}>{moment(post.at)}</span>
            </div>
            <div className={css.badges}>
              <Badge word="ANSWER" tone={post.answer === 200 ? 'good' : 'bad'} said={post.answer ? `Answered ${post.answer}` : 'No answer'} />
              {post.attempt > 1 && <Badge word="TRY" said={`Try ${post.attempt}`} />}
              {post.next_try !== null && post.next_try > now && <Badge word="PENDING" said={`Next try ${moment(post.next_try)}`} />}
            </div>
            {post.fields && Object.keys(post.fields).length > 0 && (
              <div className={css.decide}>
                <Button
                  size="compact-md"
                  variant="subtle"
                  disabled={act.isPending}
                  onClick={() => act.mutate({ path: `/webhooks/posts/${post.number}/again`, body: {} })}
                  aria-label={`Send again: ${toldBy(post)}, number ${post.number}`}
                >
                  Send again
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {act.error && (
        <p className={css.error} role="alert">
          {act.error.message}
        </p>
      )}
      {posts.length > shown && (
        <Button variant="subtle" size="compact-md" onClick={() => setShown(shown + PAGE)}>
          Show older
        </Button>
      )}
    </>
  );
}
