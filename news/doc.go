// Package news holds the nouns of On Record: what an article is made of, what
// a statement is, and what a quotation is. Every other package imports this
// one and it imports none of them.
//
// The one idea to take from it: a quotation is a [Span], never a string. A
// [Quote] can be made only by [Cut], which takes its words out of the stored
// [Article]; no caller can hand one words of its own.
package news
