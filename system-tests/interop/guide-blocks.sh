# block name: prints the command block of docs/guide/existing-wildfly.md that is marked "```sh name". Sourced.
block() {
  sed -n "/^\`\`\`sh $1\$/,/^\`\`\`\$/p" "$CHECKOUT/docs/guide/existing-wildfly.md" | sed '1d;$d'
}
