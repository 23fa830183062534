import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { LiveContext, useLiveUpdates } from '../api/live';
import { usePlatform } from '../api/queries';
import { ScreenContext } from '../ui/screen';
import { PhoneScreen } from './PhoneScreen';
import { PeoplePanel } from './PeoplePanel';
import { ToolPanel } from './ToolPanel';
import { StatusBar } from './StatusBar';
import { recallCustomer, rememberCustomer } from './remember';
import css from './Stage.module.css';

/** The whole page: on a wide window a phone between its demo tools, on a small one the phone alone. */
export function Stage() {
  const { waId = '', numberId = '' } = useParams();
  const wide = useMediaQuery('(min-width: 900px)', false, { getInitialValueInEffect: false });
  const live = useLiveUpdates(waId);
  const [screen, setScreen] = useState<HTMLElement | null>(null);
  const customers = usePlatform().data?.customers;

  useEffect(() => {
    if (waId) rememberCustomer(waId);
  }, [waId]);

  const first = customers?.find((customer) => customer.wa_id === recallCustomer()) ?? customers?.[0];
  if (wide && !waId && first) return <Navigate to={`/${first.wa_id}`} replace />;

  return (
    <LiveContext value={live}>
      <ScreenContext value={screen}>
        <div className={css.stage} data-wide={wide || undefined}>
          {wide && <PeoplePanel current={waId} />}
          <main className={css.device} aria-label="Phone">
            <div className={css.screen} ref={setScreen}>
              {wide && <StatusBar />}
              <PhoneScreen waId={waId} numberId={numberId} wide={wide} />
            </div>
          </main>
          {wide && <ToolPanel />}
        </div>
      </ScreenContext>
    </LiveContext>
  );
}
