"""Uploads of documents, refused by their size before anything of them is kept."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload

from blog.importers.limits import LARGEST_FILE

# What a form adds to its file: boundaries, names, the token against forged requests.
_ROUND_IT = 64 * 1024
# Beyond this the rest is not even read; the browser may then show its own message and not the form's.
_NOT_READ = 500 * 1024 * 1024


class BoundedUpload(FileUploadHandler):
    """Keeps nothing of a file that is too large, and says so in the request's `upload_was_too_large`."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.length = content_length
        self.request.upload_was_too_large = content_length > LARGEST_FILE + _ROUND_IT

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        if self.length > _NOT_READ:
            raise StopUpload(connection_reset=True)
        if self.request.upload_was_too_large:
            raise SkipFile

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
