/** The largest body of a request to the workbench but of files that are handed in, in bytes. */
export const LARGEST_BODY = 2_000_000;
