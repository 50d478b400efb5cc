/** The light build (no subtitles, no DRM) has the types of the whole one. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
