// What a text names, as package search/place says it.

/** A place that a text names. See Mention in mention.go; what is not set is empty. */
export interface Mention {
  typed?: string;
  name?: string;
  areas?: string[];
  nations?: string[];
  sure?: boolean;
  soft?: boolean;
  guess?: boolean;
  rest?: string;
  also?: Mention[];
}

/** A name that begins with what is being typed. See Suggestion in suggest.go. */
export interface Suggestion { name: string; areas: string[]; first: boolean }
