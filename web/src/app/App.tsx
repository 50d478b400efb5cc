import { QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider, type RouteObject } from 'react-router';
import { createQueryClient } from '../api/queries';
import { restOfWords } from '../i18n';
import { FirstPage } from './FirstPage';
import { NotFoundPage } from './NotFoundPage';
import { PageFailed } from './PageFailed';
import { Shell } from './Shell';
import { SignedInPage } from './SignedInPage';

const queryClient = createQueryClient();

async function withWords<T>(page: Promise<T>): Promise<T> {
  await restOfWords();
  return page;
}

/** Pages are loaded when first visited; only pages that work are listed. */
const pages: RouteObject[] = [
  { index: true, element: <FirstPage /> },
  { path: 'live', lazy: async () => ({ Component: (await import('../live/LivePage')).LivePage }) },
  { path: 'playback', lazy: async () => ({ Component: (await withWords(import('../recording/PlaybackPage'))).PlaybackPage }) },
  { path: 'alarms', lazy: async () => ({ Component: (await withWords(import('../alarm/AlarmsPage'))).AlarmsPage }) },
  { path: 'alarm-search', lazy: async () => ({ Component: (await withWords(import('../alarm/AlarmSearchPage'))).AlarmSearchPage }) },
  { path: 'alarm-report', lazy: async () => ({ Component: (await withWords(import('../alarm/AlarmReportPage'))).AlarmReportPage }) },
  { path: 'overview', lazy: async () => ({ Component: (await withWords(import('../overview/OverviewPage'))).OverviewPage }) },
  { path: 'alarm-schemes', lazy: async () => ({ Component: (await withWords(import('../alarm/SchemesPage'))).SchemesPage }) },
  { path: 'map', lazy: async () => ({ Component: (await withWords(import('../map/MapPage'))).MapPage }) },
  { path: 'devices', lazy: async () => ({ Component: (await withWords(import('../device/DevicesPage'))).DevicesPage }) },
  { path: 'sites', lazy: async () => ({ Component: (await withWords(import('../organisation/SitesPage'))).SitesPage }) },
  { path: 'roles', lazy: async () => ({ Component: (await withWords(import('../user/roles/RolesPage'))).RolesPage }) },
  { path: 'recording', lazy: async () => ({ Component: (await withWords(import('../recording/plans/RecordingPage'))).RecordingPage }) },
  { path: 'storage', lazy: async () => ({ Component: (await withWords(import('../storage/StoragePage'))).StoragePage }) },
  { path: 'downloads', lazy: async () => ({ Component: (await withWords(import('../job/DownloadsPage'))).DownloadsPage }) },
  { path: 'devices/:id/pictures', lazy: async () => ({ Component: (await withWords(import('../device/config/PicturesPage'))).PicturesPage }) },
  { path: 'devices/:id', lazy: async () => ({ Component: (await withWords(import('../device/DevicePage'))).DevicePage }) },
  { path: 'schedules', lazy: async () => ({ Component: (await withWords(import('../schedule/SchedulesPage'))).SchedulesPage }) },
  { path: 'users', lazy: async () => ({ Component: (await withWords(import('../user/UsersPage'))).UsersPage }) },
  { path: 'audit', lazy: async () => ({ Component: (await withWords(import('../audit/AuditPage'))).AuditPage }) },
  { path: 'system', lazy: async () => ({ Component: (await withWords(import('../system/SystemPage'))).SystemPage }) },
  { path: '*', element: <NotFoundPage /> },
];

const router = createBrowserRouter([
  { path: '/signed-in', element: <SignedInPage /> },
  {
    path: '/',
    element: <Shell />,
    hydrateFallbackElement: <div />,
    children: [{ errorElement: <PageFailed />, children: pages }],
  },
]);

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
