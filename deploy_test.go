package onrecord_test

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
)

// longestStop is what the files of deployment must leave a process to end in:
// more than it takes to finish what it has in hand.
const longestStop = 30 * time.Second

// decode reads a document of YAML whose keys must all be known.
func decode(t *testing.T, d *yaml.Decoder, into any) {
	t.Helper()
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}

// open reads a file of the repository.
func open(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// service holds the keys of a compose service that are used here; another key is
// an error, be it a mistake or one to be added with a thought.
type service struct {
	Build struct {
		Context string            `yaml:"context"`
		Args    map[string]string `yaml:"args"`
	} `yaml:"build"`
	Image       string            `yaml:"image"`
	Restart     string            `yaml:"restart"`
	EnvFile     string            `yaml:"env_file"`
	Environment map[string]string `yaml:"environment"`
	Volumes     []string          `yaml:"volumes"`
	Tmpfs       []string          `yaml:"tmpfs"`
	ReadOnly    bool              `yaml:"read_only"`
	CapDrop     []string          `yaml:"cap_drop"`
	SecurityOpt []string          `yaml:"security_opt"`
	MemLimit    string            `yaml:"mem_limit"`
	ShmSize     string            `yaml:"shm_size"`
	PidsLimit   int               `yaml:"pids_limit"`
	Grace       time.Duration     `yaml:"stop_grace_period"`
	Profiles    []string          `yaml:"profiles"`
	DependsOn   map[string]struct {
		Condition string `yaml:"condition"`
		Required  *bool  `yaml:"required"`
	} `yaml:"depends_on"`
	Healthcheck struct {
		Test        []string      `yaml:"test"`
		Interval    time.Duration `yaml:"interval"`
		Timeout     time.Duration `yaml:"timeout"`
		StartPeriod time.Duration `yaml:"start_period"`
		Retries     int           `yaml:"retries"`
	} `yaml:"healthcheck"`
}

// TestCompose holds compose.yaml to what it promises.
func TestCompose(t *testing.T) {
	text := open(t, "compose.yaml")
	var c struct {
		Name     string             `yaml:"name"`
		Services map[string]service `yaml:"services"`
		Volumes  map[string]any     `yaml:"volumes"`
	}
	decode(t, yaml.NewDecoder(bytes.NewReader(text)), &c)
	bot, ok := c.Services["onrecord"]
	switch {
	case !ok || len(bot.Profiles) > 0:
		t.Fatal("docker compose up would not start the bot")
	case !bot.ReadOnly || !slices.Equal(bot.CapDrop, []string{"ALL"}) || !slices.Contains(bot.SecurityOpt, "no-new-privileges:true"):
		t.Error("the bot has more rights than it needs")
	case bot.MemLimit == "" || bot.PidsLimit == 0:
		t.Error("the bot's memory or processes are not bounded")
	case bot.Grace < longestStop:
		t.Errorf("the bot is killed after %v", bot.Grace)
	case bot.EnvFile != ".env":
		t.Errorf("its settings come from %q", bot.EnvFile)
	}
	for name, s := range c.Services {
		for _, v := range s.Volumes {
			from, _, _ := strings.Cut(v, ":")
			if _, named := c.Volumes[from]; !named {
				t.Errorf("%s mounts %s, which is no volume", name, from)
			}
		}
		for on, d := range s.DependsOn {
			other, ok := c.Services[on]
			if !ok || d.Condition == "service_healthy" && len(other.Healthcheck.Test) == 0 {
				t.Errorf("%s waits for %s to be healthy, which can't tell", name, on)
			}
			if len(other.Profiles) > 0 && (d.Required == nil || *d.Required) {
				t.Errorf("%s does not start without the profile of %s", name, on)
			}
		}
	}
	for _, profile := range []string{"postgres", "model"} {
		if s := c.Services[profile]; !slices.Contains(s.Profiles, profile) {
			t.Errorf("the profile %s starts no %s", profile, profile)
		}
	}
	// A .env with the token alone is enough: whatever else is put in has a default.
	for _, v := range regexp.MustCompile(`\$\{[^}]*\}`).FindAllString(string(text), -1) {
		if !strings.Contains(v, ":-") {
			t.Errorf("%s has no default, so a .env with the token alone is not enough", v)
		}
	}
}

// TestDockerfile holds the image to what it promises, as far as text can tell;
// cmd/imagecheck tells the rest.
func TestDockerfile(t *testing.T) {
	text := string(open(t, "Dockerfile"))
	for _, want := range []string{"\nUSER 65532:65532\n", "\nSTOPSIGNAL SIGTERM\n", "\nVOLUME /data\n", `CMD ["/usr/local/bin/onrecord", "health"]`, "CGO_ENABLED=0", "-trimpath", "--chown=65532:65532"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q", want)
		}
	}
	for _, from := range regexp.MustCompile(`(?m)^FROM .*$`).FindAllString(text, -1) {
		if !regexp.MustCompile(`@sha256:[0-9a-f]{64}\b`).MatchString(from) {
			t.Errorf("%s is not pinned by digest", from)
		}
	}
}

// probe is a probe of a Kubernetes container.
type probe struct {
	HTTPGet struct {
		Path string `yaml:"path"`
		Port string `yaml:"port"`
	} `yaml:"httpGet"`
	Period   int `yaml:"periodSeconds"`
	Timeout  int `yaml:"timeoutSeconds"`
	Failures int `yaml:"failureThreshold"`
}

// meta is a Kubernetes object's name and labels.
type meta struct {
	Name        string            `yaml:"name"`
	Labels      map[string]string `yaml:"labels"`
	Annotations map[string]string `yaml:"annotations"`
}

type port struct {
	Name          string `yaml:"name"`
	Port          int    `yaml:"port"`
	ContainerPort int    `yaml:"containerPort"`
}

// statefulSet holds the keys of the manifest that are used; see [service].
type statefulSet struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string `yaml:"kind"`
	Metadata   meta   `yaml:"metadata"`
	Spec       struct {
		ServiceName string   `yaml:"serviceName"`
		Replicas    int      `yaml:"replicas"`
		Selector    selector `yaml:"selector"`
		Template    struct {
			Metadata meta `yaml:"metadata"`
			Spec     struct {
				Automount       *bool `yaml:"automountServiceAccountToken"`
				Grace           int   `yaml:"terminationGracePeriodSeconds"`
				SecurityContext struct {
					RunAsNonRoot bool              `yaml:"runAsNonRoot"`
					RunAsUser    int               `yaml:"runAsUser"`
					RunAsGroup   int               `yaml:"runAsGroup"`
					FSGroup      int               `yaml:"fsGroup"`
					Seccomp      map[string]string `yaml:"seccompProfile"`
				} `yaml:"securityContext"`
				Containers []struct {
					Name       string                         `yaml:"name"`
					Image      string                         `yaml:"image"`
					PullPolicy string                         `yaml:"imagePullPolicy"`
					EnvFrom    []map[string]map[string]string `yaml:"envFrom"`
					Env        []struct {
						Name  string `yaml:"name"`
						Value string `yaml:"value"`
					} `yaml:"env"`
					Ports           []port                       `yaml:"ports"`
					Startup         probe                        `yaml:"startupProbe"`
					Liveness        probe                        `yaml:"livenessProbe"`
					Readiness       probe                        `yaml:"readinessProbe"`
					Resources       map[string]map[string]string `yaml:"resources"`
					SecurityContext struct {
						Escalation   *bool               `yaml:"allowPrivilegeEscalation"`
						ReadOnly     bool                `yaml:"readOnlyRootFilesystem"`
						Capabilities map[string][]string `yaml:"capabilities"`
					} `yaml:"securityContext"`
					Mounts []struct {
						Name string `yaml:"name"`
						Path string `yaml:"mountPath"`
					} `yaml:"volumeMounts"`
				} `yaml:"containers"`
				Volumes []struct {
					Name     string            `yaml:"name"`
					EmptyDir map[string]string `yaml:"emptyDir"`
				} `yaml:"volumes"`
			} `yaml:"spec"`
		} `yaml:"template"`
		Claims []struct {
			Metadata meta `yaml:"metadata"`
			Spec     struct {
				AccessModes []string                     `yaml:"accessModes"`
				Resources   map[string]map[string]string `yaml:"resources"`
			} `yaml:"spec"`
		} `yaml:"volumeClaimTemplates"`
	} `yaml:"spec"`
}

type selector struct {
	MatchLabels map[string]string `yaml:"matchLabels"`
}

// TestKubernetes holds the manifest to its promises.
func TestKubernetes(t *testing.T) {
	d := yaml.NewDecoder(bytes.NewReader(open(t, "deploy/kubernetes.yaml")))
	var front struct {
		APIVersion string `yaml:"apiVersion"`
		Kind       string `yaml:"kind"`
		Metadata   meta   `yaml:"metadata"`
		Spec       struct {
			ClusterIP string            `yaml:"clusterIP"`
			Selector  map[string]string `yaml:"selector"`
			Ports     []port            `yaml:"ports"`
		} `yaml:"spec"`
	}
	var budget struct {
		APIVersion string `yaml:"apiVersion"`
		Kind       string `yaml:"kind"`
		Metadata   meta   `yaml:"metadata"`
		Spec       struct {
			MaxUnavailable int      `yaml:"maxUnavailable"`
			Selector       selector `yaml:"selector"`
		} `yaml:"spec"`
	}
	var set statefulSet
	decode(t, d, &front)
	decode(t, d, &budget)
	decode(t, d, &set)
	if err := d.Decode(new(any)); err != io.EOF {
		t.Errorf("there is more in the manifest than is looked at: %v", err)
	}
	pod := set.Spec.Template.Spec
	if front.Kind != "Service" || budget.Kind != "PodDisruptionBudget" || budget.APIVersion != "policy/v1" || set.Kind != "StatefulSet" || set.APIVersion != "apps/v1" || len(pod.Containers) != 1 {
		t.Fatalf("the manifest has a %s, a %s and a %s with %d containers", front.Kind, budget.Kind, set.Kind, len(pod.Containers))
	}
	labels, app := set.Spec.Template.Metadata.Labels["app"], pod.Containers[0]
	if labels == "" || front.Spec.Selector["app"] != labels || set.Spec.Selector.MatchLabels["app"] != labels || budget.Spec.Selector.MatchLabels["app"] != labels || set.Spec.ServiceName != front.Metadata.Name {
		t.Error("service, budget and pods don't belong together")
	}
	if budget.Spec.MaxUnavailable != 1 {
		t.Errorf("%d pods may be taken away at once", budget.Spec.MaxUnavailable)
	}
	if grace := time.Duration(pod.Grace) * time.Second; grace < longestStop {
		t.Errorf("pods are killed after %v", grace)
	}
	s, c := pod.SecurityContext, app.SecurityContext
	if !s.RunAsNonRoot || s.RunAsUser != 65532 || s.FSGroup != 65532 || s.Seccomp["type"] != "RuntimeDefault" || pod.Automount == nil || *pod.Automount {
		t.Errorf("the pod has more rights than it needs: %+v", s)
	}
	if c.Escalation == nil || *c.Escalation || !c.ReadOnly || !slices.Equal(c.Capabilities["drop"], []string{"ALL"}) {
		t.Errorf("the container has more rights than it needs: %+v", c)
	}
	if app.Resources["limits"]["memory"] == "" || app.Resources["requests"]["memory"] == "" || app.Resources["requests"]["cpu"] == "" {
		t.Errorf("its resources are not bounded: %v", app.Resources)
	}
	for name, p := range map[string]struct {
		probe
		path string
	}{"liveness": {app.Liveness, "/healthz"}, "readiness": {app.Readiness, "/readyz"}, "startup": {app.Startup, "/healthz"}} {
		if p.HTTPGet.Path != p.path || !slices.ContainsFunc(app.Ports, func(q port) bool { return q.Name == p.HTTPGet.Port && q.ContainerPort == 9464 }) {
			t.Errorf("the %s probe asks %+v", name, p.HTTPGet)
		}
	}
	if !slices.ContainsFunc(app.Env, func(e struct {
		Name  string `yaml:"name"`
		Value string `yaml:"value"`
	}) bool {
		return e.Name == "ONRECORD_OPS_ADDR" && e.Value == ":9464"
	}) {
		t.Error("nobody outside the container could ask for its health")
	}
	for _, m := range app.Mounts {
		found := slices.ContainsFunc(pod.Volumes, func(v struct {
			Name     string            `yaml:"name"`
			EmptyDir map[string]string `yaml:"emptyDir"`
		}) bool {
			return v.Name == m.Name
		})
		for _, claim := range set.Spec.Claims {
			found = found || claim.Metadata.Name == m.Name
		}
		if !found {
			t.Errorf("%s is mounted, and there is no such volume", m.Name)
		}
	}
}

// TestUnit holds the systemd unit to what it promises; systemd-analyze verify
// looks at the rest where it is installed.
func TestUnit(t *testing.T) {
	text := string(open(t, "deploy/onrecord.service"))
	for _, want := range []string{"DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n", "MemoryMax=", "LoadCredential=discord_token:", "SystemCallFilter=@system-service", "MemoryDenyWriteExecute=no"} {
		if !strings.Contains(text, "\n"+want) {
			t.Errorf("it lacks %q", want)
		}
	}
	stop := regexp.MustCompile(`(?m)^TimeoutStopSec=(\d+)$`).FindStringSubmatch(text)
	if stop == nil {
		t.Fatal("it does not say how long a stop may take")
	}
	if d, err := time.ParseDuration(stop[1] + "s"); err != nil || d < longestStop {
		t.Errorf("it is killed after %v: %v", d, err)
	}
}

// TestDatabaseURLIsEnough keeps the image, the unit and the manifest from setting
// ONRECORD_DB: with it, adding DATABASE_URL is refused as a contradiction.
func TestDatabaseURLIsEnough(t *testing.T) {
	for _, name := range []string{"Dockerfile", "compose.yaml", "deploy/onrecord.service", "deploy/kubernetes.yaml"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if before, _, _ := strings.Cut(line, "#"); strings.Contains(before, "ONRECORD_DB") {
				t.Errorf("%s sets ONRECORD_DB: %s", name, line)
			}
		}
	}
}
