import { Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconBuildingStore, IconGavel, IconHistory, IconInbox, IconListSearch, IconLogout, IconMoon, IconReceipt, IconScale, IconShieldCheck, IconSun, type Icon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { useWaitingForMe } from '../cases/queries';
import { ALL_CLIENTS } from '../cases/source';
import { LineBanner } from '../shell/LineBanner';
import { useLogOut, useMe } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { Mark } from '../ui/Mark';
import { CasesPage } from './CasesPage';
import { ClientsPage } from './ClientsPage';
import { CoveragePage } from './CoveragePage';
import { DecisionsPage } from './DecisionsPage';
import { ConnectPage } from './connecting/ConnectPage';
import css from './ProviderPage.module.css';
import { PricesPage } from './PricesPage';
import { QuarantinePage } from './QuarantinePage';
import { RulebookPage } from './RulebookPage';
import { VersionsPage } from './VersionsPage';

const PAGES: { to: string; icon: Icon; label: string }[] = [
  { to: '/provider/clients', icon: IconBuildingStore, label: 'Clients' },
  { to: '/provider/cases', icon: IconScale, label: 'Cases' },
  { to: '/provider/decisions', icon: IconListSearch, label: 'Decisions' },
  { to: '/provider/prices', icon: IconReceipt, label: 'Prices' },
  { to: '/provider/quarantine', icon: IconInbox, label: 'Quarantine' },
  { to: '/provider/rulebook', icon: IconGavel, label: 'Rulebook' },
  { to: '/provider/coverage', icon: IconShieldCheck, label: 'Coverage' },
  { to: '/provider/versions', icon: IconHistory, label: 'Versions' },
];

/** How each Client business stands. No text of any customer is shown here. */
export default function ProviderPage() {
  const me = useMe();
  const waiting = useWaitingForMe(true, ALL_CLIENTS);
  const { mutate: logOut } = useLogOut();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  // Where there is no room for all of them, the one that is shown is in sight.
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <div className={css.page}>
      <title>{`${PAGES.find(({ to }) => pathname.startsWith(to))?.label ?? 'Connect a number'} · parley`}</title>
      <header className={css.bar}>
        <Mark size={30} />
        <span className={css.brand}>{me.tenant.name}</span>
        <nav ref={nav} className={css.nav} aria-label="Provider">
          {PAGES.map(({ to, icon: Glyph, label }) => (
            <NavLink key={to} to={to} className={css.link}>
              <Glyph size={18} stroke={1.7} aria-hidden />
              {label}
              {label === 'Cases' && waiting > 0 && (
                <span className={css.badge} title={`${waiting} for you`}>
                  {waiting}
                </span>
              )}
            </NavLink>
          ))}
        </nav>
        <Tooltip label={dark ? 'Light colours' : 'Dark colours'}>
          <button type="button" className={css.button} aria-label={dark ? 'Light colours' : 'Dark colours'} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
            {dark ? <IconSun size={19} /> : <IconMoon size={19} />}
          </button>
        </Tooltip>
        <Tooltip label="Log out">
          <button type="button" className={css.button} aria-label="Log out" onClick={() => logOut()} data-testid="log-out">
            <IconLogout size={19} />
          </button>
        </Tooltip>
        <span className={css.me} title={`${me.name}, ${me.email}`}>
          <Avatar name={me.name} size={32} />
        </span>
      </header>
      <LineBanner />
      <main className={css.main}>
        <Routes>
          <Route path="clients" element={<ClientsPage />} />
          <Route path="connect" element={<ConnectPage />} />
          <Route path="cases/*" element={<CasesPage />} />
          <Route path="decisions" element={<DecisionsPage />} />
          <Route path="prices" element={<PricesPage />} />
          <Route path="quarantine" element={<QuarantinePage />} />
          <Route path="rulebook" element={<RulebookPage />} />
          <Route path="coverage" element={<CoveragePage />} />
          <Route path="versions" element={<VersionsPage />} />
          <Route path="*" element={<Navigate to="/provider/clients" replace />} />
        </Routes>
      </main>
    </div>
  );
}
