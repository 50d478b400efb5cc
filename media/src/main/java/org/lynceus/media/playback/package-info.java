/** What is made from recorded segments: HLS playlists, MP4 files, pictures. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.playback;
