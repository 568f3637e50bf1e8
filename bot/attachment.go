package bot

// File is a file that somebody has attached: where it is, not yet its bytes.
type File struct {
	Name string `json:"filename"`
	Size int64  `json:"size"` // bytes, as Discord says
	URL  string `json:"url"`
}

// file notes an attached file.
func (r *Request) file(option string, f File) {
	if r.Files == nil {
		r.Files = map[string]File{}
	}
	r.Files[option] = f
}
