import { Button, Select, Skeleton } from '@mantine/core';
import { IconCircleCheck, IconScale } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CaseKind, CaseView } from '../api/caseTypes';
import { Empty } from '../ui/Empty';
import { useIsNarrow } from '../ui/media';
import { Notice } from '../ui/Notice';
import tabs from '../inbox/ViewTabs.module.css';
import { CaseDetailPane } from './CaseDetailPane';
import { CaseRow } from './CaseRow';
import css from './CasesPanel.module.css';
import { useCases } from './queries';
import { useSource, type CaseId } from './source';
import { KINDS } from './words';

const TABS: { view: CaseView; label: string }[] = [
  { view: 'mine', label: 'For me' },
  { view: 'open', label: 'All open' },
  { view: 'closed', label: 'Closed' },
];
const EMPTY: Record<CaseView, string> = {
  mine: 'Nothing waits for your word.',
  open: 'Nothing is held, reported or restricted.',
  closed: 'No case has been closed yet.',
};

interface Props {
  /** The case that is open, null for none. */
  chosen: CaseId | null;
  clientName?: (tenantId: string) => string;
  head?: ReactNode;
  /** Whether one decides here, or only looks what became of one's own. */
  decides?: boolean;
}

/** The queue of what people must decide beside the case that is open. */
export function CasesPanel({ chosen, clientName = () => '', head, decides = true }: Props) {
  const source = useSource();
  const navigate = useNavigate();
  const narrow = useIsNarrow();
  const [parameters, setParameters] = useSearchParams();
  const shown = decides ? TABS : TABS.filter(({ view }) => view !== 'mine');
  const view = shown.find(({ view }) => view === parameters.get('state'))?.view ?? shown[0]!.view;
  const kind = parameters.get('kind') ?? '';
  const list = useCases(view, kind);
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const set = (name: string, value: string): void =>
    setParameters(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  const toList = (): void => void navigate({ pathname: source.hrefOf(null), search: window.location.search });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = shown[(shown.findIndex((tab) => tab.view === view) + by + shown.length) % shown.length]!;
    set('state', next.view);
    document.getElementById(`cases-${next.view}`)?.focus();
  };
  return (
    <div className={css.panel} data-open={chosen !== null || undefined}>
      {(!narrow || !chosen) && (
        <section className={css.list} aria-label="Cases">
          <header className={css.head}>
            {head}
            <div className={css.line}>
              <div className={tabs.tabs} role="tablist" aria-label="Which cases" onKeyDown={onKeyDown}>
                {shown.map((tab) => (
                  <button
                    key={tab.view}
                    id={`cases-${tab.view}`}
                    type="button"
                    role="tab"
                    className={tabs.tab}
                    aria-selected={tab.view === view}
                    aria-controls="case-list"
                    tabIndex={tab.view === view ? 0 : -1}
                    onClick={() => set('state', tab.view)}
                    data-testid={`cases-${tab.view}`}
                  >
                    {tab.label}
                    {tab.view !== 'closed' && counts && (
                      <span className={tabs.count} data-hot={(tab.view === 'mine' && counts.mine > 0) || undefined}>
                        {counts[tab.view]}
                      </span>
                    )}
                  </button>
                ))}
              </div>
              <Select
                aria-label="Kind of case"
                placeholder="All kinds"
                data={(Object.keys(KINDS) as CaseKind[]).map((value) => ({ value, label: KINDS[value] }))}
                value={kind || null}
                onChange={(value) => set('kind', value ?? '')}
                clearable
                size="xs"
                className={css.kinds}
              />
            </div>
          </header>
          <div id="case-list" role="tabpanel" aria-labelledby={`cases-${view}`} className={css.rows}>
            {list.isPending && <Skeleton height={90} m={12} w="auto" radius={10} />}
            {list.isError && found.length === 0 && (
              <div className={css.inset}>
                <Notice tone="red" title={list.error.message} action={{ label: 'Try again', run: () => void list.refetch() }} />
              </div>
            )}
            {list.isSuccess && found.length === 0 && (
              <Empty icon={IconCircleCheck} title="No cases here">
                {kind ? 'Nothing of this kind.' : decides ? EMPTY[view] : 'Nothing that you wrote is held, and you have reported nothing.'}
              </Empty>
            )}
            <ul className={css.ul}>
              {found.map((each) => (
                <CaseRow key={each.case_id} found={each} chosen={each.case_id === chosen?.case_id} client={clientName(each.tenant_id)} />
              ))}
            </ul>
            {list.hasNextPage && (
              <div className={css.inset}>
                <Button variant="default" fullWidth onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
                  Show more
                </Button>
              </div>
            )}
          </div>
        </section>
      )}
      {(!narrow || chosen) && (
        <div className={css.detail}>
          {chosen ? (
            <CaseDetailPane key={chosen.case_id} id={chosen} onBack={narrow ? toList : null} />
          ) : (
            <Empty icon={IconScale} title="No case open">
              Choose one from the list: what was found, what was said, and until when somebody must decide.
            </Empty>
          )}
        </div>
      )}
    </div>
  );
}
