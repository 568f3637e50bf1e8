package ingest

import (
	"regexp"
	"sync"
)

var (
	// A credit at the end of a caption: "| Photo: Name", "(Photo by Name)",
	// "(Agency Photo/Name)", "[Image: Name]".
	pictureCredit = pattern(
		`(^|[\s.|(\[/–—-])[(\[|]? ?(file |ap |afp |handout |courtesy |stock |archive )?` +
			`(photo|photograph|photography|picture|image|illustration|graphic|video still|credit|pic)s?( credit| courtesy| by)?( of)?( ?[:/©] ?| by )` +
			`([^.!?]|\b[a-z]\.){2,80}[.)\]]*$` +
			`|[(\[](photo|photograph|picture|image|courtesy)[^)\]]{2,80}[)\]]\.?$` +
			`|[(\[|] ?(courtesy|handout)( of)? [^)\]]{2,60}[)\]]?$` +
			`|[(\[](ap|afp|reuters|getty|epa|pa|dpa) ?(photo|images?)?/[^)\]]{2,60}[)\]]\.?$`)
	// "…. Ada Lark/Agency" after a caption's full stop.
	nameAndAgency = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[.”"'] (\p{Lu}[\p{L}.'’-]*,? )*\p{Lu}[\p{L}.'’-]*/\p{Lu}[\p{L}.]*( \p{Lu}[\p{L}.]*){0,4}$`)
	})
	// A line that is a credit and nothing else.
	creditOnly = pattern(
		`^[(\[]?(file |ap |afp |handout |courtesy |archive )?(photo|photograph|picture|image|illustration|graphic|credit)s?` +
			`( credit| courtesy| by)?( of)?( ?[:/©] ?| by )([^.!?]|\b[a-z]\.){2,60}[)\]]?\.?$|^courtesy (of )?[^.!?]{2,60}$`)
	// A line that says of itself that it describes a picture.
	pictureLabel = pattern(
		`^[(\[]?(file |archive |stock )?` +
			`(photos?|pictures?|photograph|image|(image |photo |media )?caption|pictured|fig\. ?\d+|figure|map|above|below|graphic|chart)` +
			`( \d+)?( \(file\))?[)\]]? ?([:|–—]|caption,) ?\S|^(image|media) caption, ?\S`)
	// Where a picture is from, when nothing but that stands between it and its caption.
	agencyLine = whole(`image source,.{2,60}`, `(getty|getty images|reuters|afp|ap|pa|pa media|epa|epa-efe|dpa|shutterstock|alamy|handout|supplied|bloomberg|xinhua|anadolu)([ /]+(images|news|via .{2,30}|getty images|reuters|afp|handout))?`)
)

// isCaption tells whether a line describes a picture: it credits one at its
// end, or says that it is one, and has words beside the credit.
func isCaption(text string, s shape) bool {
	if s.words < 5 || s.words > 90 {
		return false
	}
	const longestCredit = 120
	end := text[max(0, len(text)-longestCredit):]
	credited := mentions(end, "photo", "pic", "image", "illustration", "graphic", "still", "credit", "courtesy", "handout", "/") &&
		(pictureCredit().MatchString(end) || nameAndAgency().MatchString(end))
	return credited && !creditOnly().MatchString(text) || pictureLabel().MatchString(text)
}

// isCredit tells whether a line names a photographer or an agency and says
// nothing more.
func isCredit(text string, s shape) bool {
	return s.words <= 12 && creditOnly().MatchString(text) || isSource(text, s)
}

// isSource tells whether a line says where a picture is from, in the way of
// pages that put the caption on the next line.
func isSource(text string, s shape) bool {
	return s.words <= 8 && agencyLine().MatchString(text)
}
