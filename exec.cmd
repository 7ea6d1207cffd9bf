@rem npm runs scripts with sh, whose exec hands its process over, signals and all. cmd.exe has none and finds this.
@%*
