//! Files and folders into articles: the only place of the library that touches the file system.
