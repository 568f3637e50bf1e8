# Two stages: a static binary, and an image with nothing else in it. Both bases
# are pinned by the digest of a list that has amd64 and arm64; to renew one, ask
# the registry for the digest of the tag before it.
FROM --platform=$BUILDPLATFORM golang:1.26-bookworm@sha256:b305420a68d0f229d91eb3b3ed9e519fcf2cf5461da4bef997bf927e8c0bfd2b AS build
WORKDIR /src
# Modules first: they change less often than the source.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=dev
ARG COMMIT=
ARG TARGETOS
ARG TARGETARCH
RUN CGO_ENABLED=0 GOOS=${TARGETOS} GOARCH=${TARGETARCH} go build -trimpath -buildvcs=false \
      -ldflags "-s -w -X main.version=${VERSION} -X main.commit=${COMMIT}" -o /out/onrecord ./cmd/onrecord \
 && mkdir -p /out/data

FROM gcr.io/distroless/static-debian12:nonroot@sha256:afa5c872c891853ca7fcf1f12c3edb23f7eeef36189728842dd51042ff57f7ab
COPY --from=build /out/onrecord /usr/local/bin/onrecord
# The library lives here; the folder belongs to the user that the image runs as.
COPY --from=build --chown=65532:65532 /out/data /data
# /data/onrecord/onrecord.db. Not by ONRECORD_DB, which DATABASE_URL can't stand beside.
ENV XDG_DATA_HOME=/data \
    XDG_CACHE_HOME=/data/.cache
VOLUME /data
USER 65532:65532
WORKDIR /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["/usr/local/bin/onrecord", "health"]
ENTRYPOINT ["/usr/local/bin/onrecord"]
CMD ["serve"]
