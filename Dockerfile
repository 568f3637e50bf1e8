# Two stages: a static binary, and an image with nothing else in it.
FROM golang:1.26-bookworm AS build
WORKDIR /src
# Modules first: they change less often than the source.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=dev
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /out/onrecord ./cmd/onrecord \
 && mkdir -p /out/data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/onrecord /usr/local/bin/onrecord
# The library lives here; the folder belongs to the user that the image runs as.
COPY --from=build --chown=65532:65532 /out/data /data
ENV ONRECORD_DB=/data/onrecord.db
VOLUME /data
USER 65532:65532
WORKDIR /data
ENTRYPOINT ["/usr/local/bin/onrecord"]
CMD ["serve"]
